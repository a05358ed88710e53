import { browser } from 'wxt/browser';
import { now } from '../clock';
import type { ActionKind } from '../domain/action';
import { loggedByHand } from '../domain/detected';
import { recentActions } from '../journal/actions';
import type { Journal } from '../journal/database';
import { sendMessage } from '../messages/protocol';
import { schedule } from '../settings/schedule';
import { today } from '../settings/today';
import { flashBadge } from './flashBadge';
import type { Recorder } from './recorder';

/** A held key repeats itself sooner than a hand presses again, ms. */
const repeatsWithin = 400;

/** What a keyboard shortcut or the context menu can log, by its id there. */
export const quickKinds = {
  'log-call': 'call',
  'log-email': 'email',
  'log-message': 'message',
  'log-meeting': 'meeting',
} as const satisfies Record<string, ActionKind>;

/** Logging and undoing from outside the page: for what is on screen in the tab in front. */
export class QuickLog {
  #pressed = { command: '', at: -Infinity };

  constructor(
    private readonly journal: Journal,
    private readonly recorder: Recorder,
  ) {}

  /** By key. A key that is held down counts once. */
  async press(command: string, tabId: number | undefined): Promise<void> {
    const { command: before, at } = this.#pressed;
    this.#pressed = { command, at: now() };
    if (command === before && now() - at < repeatsWithin) return;
    await this.run(command, tabId);
  }

  async run(command: string, tabId: number | undefined): Promise<void> {
    const tab = tabId ?? (await tabInFront());
    if (tab === undefined) return;
    if (command === 'undo-last') await this.#undo(tab);
    else if (isQuick(command)) await this.#log(quickKinds[command], tab);
  }

  /** As a click on the sidebar would, where there is one; elsewhere by hand and for no record. */
  async #log(kind: ActionKind, tabId: number) {
    const logged = await sendMessage('log', kind, tabId).catch(() => this.#byHand(kind));
    void flashBadge(tabId, logged ? '✓' : '?');
  }

  async #byHand(kind: ActionKind): Promise<boolean> {
    const { outcome } = await this.recorder.record(loggedByHand(kind, now()), ours);
    return outcome === 'recorded';
  }

  async #undo(tabId: number) {
    const day = today(await schedule.get(), now());
    const [last] = await recentActions(this.journal, day, 1);
    if (!last || !(await this.recorder.undo(last.id, ours))) return;
    // Where no page listens, none would ask "Again?" either.
    await sendMessage('undone', last.id, tabId).catch(() => undefined);
    void flashBadge(tabId, '↩');
  }
}

const ours = { from: 'extension' } as const;

function isQuick(command: string): command is keyof typeof quickKinds {
  return command in quickKinds;
}

async function tabInFront(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
