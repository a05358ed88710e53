import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { now } from '../clock';
import { actionKinds, type ActionKind } from '../domain/action';
import { loggedByHand } from '../domain/detected';
import type { NudgeAnswer } from '../domain/nudge/nudge';
import type { SpokenNudge } from '../domain/nudge/spoken';
import type { Standing } from '../domain/standing';
import { notify } from '../settings/notify';
import { companyPolicy } from '../settings/policy';
import { openFoothold } from './menu';
import type { Recorder } from './recorder';

/** The notification's id holds the nudge's time and kind: the worker that hears the answer may be another one. */
const prefix = 'nudge';
const idOf = ({ at, kind }: SpokenNudge) => [prefix, at, kind].join(' ');

export interface NotifierWires {
  readonly words: (nudge: SpokenNudge) => Promise<string>;
  readonly answer: (at: number, answer: NudgeAnswer) => Promise<unknown>;
}

/** Says a nudge by a quiet notification, too. For reps who turned that on. */
export class Notifier {
  #listens = false;

  constructor(
    private readonly recorder: Recorder,
    private readonly wires: NotifierWires,
  ) {}

  /** The browser has no notifications until the rep grants them: call it at start, and when that changes. */
  listen(): void {
    const { notifications } = browser as Partial<typeof browser>;
    if (!notifications || this.#listens) return;
    this.#listens = true;
    notifications.onButtonClicked.addListener((id, button) => {
      void this.#press(id, button).catch(reportError);
    });
    // Browsers give a notification two buttons; closing it is the third answer.
    notifications.onClosed.addListener((id, byUser) => {
      const nudge = nudgeOf(id);
      if (nudge && byUser) void this.wires.answer(nudge.at, 'snoozed').catch(reportError);
    });
    notifications.onClicked.addListener((id) => {
      void notifications.clear(id);
      void openFoothold().catch(reportError);
    });
  }

  /** Called with each standing and the one before it. A rule of the rep's own is met on a page, and shows there. */
  async look(before: Standing | null, { nudge }: Standing): Promise<void> {
    const { notifications } = browser as Partial<typeof browser>;
    const said = before?.nudge;
    if (!notifications || nudge?.at === said?.at) return;
    if (said) await notifications.clear(idOf(said));
    if (!nudge || nudge.reason === 'cue' || !(await mayNotify())) return;
    await notifications.create(idOf(nudge), {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: await this.wires.words(nudge),
      message: i18n.t('nudge.text'),
      // Firefox refuses what it does not know.
      ...(!import.meta.env.FIREFOX && {
        silent: true,
        buttons: [{ title: i18n.t('nudge.log') }, { title: i18n.t('nudge.notToday') }],
      }),
    });
  }

  async #press(id: string, button: number) {
    const nudge = nudgeOf(id);
    if (!nudge) return;
    await browser.notifications.clear(id);
    if (button === 0)
      await this.recorder.record(loggedByHand(nudge.kind, now()), { from: 'extension' });
    await this.wires.answer(nudge.at, button === 0 ? 'accepted' : 'not-today');
  }
}

function nudgeOf(id: string): { readonly at: number; readonly kind: ActionKind } | undefined {
  const [name, at, named] = id.split(' ');
  const kind = actionKinds.find((one) => one === named);
  return name === prefix && kind ? { at: Number(at), kind } : undefined;
}

/** The rep's wish, unless the company has turned it off. */
async function mayNotify(): Promise<boolean> {
  return (await notify.get()) && (await companyPolicy.get()).notifications !== false;
}
