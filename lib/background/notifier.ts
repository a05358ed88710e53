import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { now } from '../clock';
import { actionKinds } from '../domain/action';
import { loggedByHand } from '../domain/detected';
import { mayNudge, withNudge } from '../domain/nudge';
import type { Standing } from '../domain/standing';
import { notify, nudges, quietOn } from '../settings/notify';
import { companyPolicy } from '../settings/policy';
import { schedule } from '../settings/schedule';
import { today } from '../settings/today';
import { openFoothold } from './menu';
import type { Recorder } from './recorder';

/** The notification's id ends in the kind it is about: the worker that hears the answer may be another one. */
const prefix = 'nudge ';

/** Tells, once and quietly, that a checkpoint has passed with the foothold open. For reps who turned it on. */
export class Notifier {
  #listens = false;

  constructor(
    private readonly recorder: Recorder,
    /** The next small step as a sentence. */
    private readonly sentence: (standing: Standing) => Promise<string>,
  ) {}

  /** The browser has no notifications until the rep grants them: call it at start, and when that changes. */
  listen(): void {
    const { notifications } = browser as Partial<typeof browser>;
    if (!notifications || this.#listens) return;
    this.#listens = true;
    notifications.onButtonClicked.addListener((id, button) => {
      void this.#answer(id, button).catch(reportError);
    });
    notifications.onClicked.addListener((id) => {
      void notifications.clear(id);
      void openFoothold().catch(reportError);
    });
  }

  /** Called with each standing and the one before it. */
  async look(before: Standing | null, after: Standing): Promise<void> {
    const { notifications } = browser as Partial<typeof browser>;
    if (!notifications || !(await mayNotify())) return;
    const told = await nudges.get();
    if (!after.foothold || !mayNudge(before, after, told)) return;
    await nudges.set(withNudge(told, after));
    await notifications.create(prefix + after.foothold.kind, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: await this.sentence(after),
      message: i18n.t('nudge.text'),
      // Firefox refuses what it does not know.
      ...(!import.meta.env.FIREFOX && {
        silent: true,
        buttons: [{ title: i18n.t('nudge.log') }, { title: i18n.t('nudge.notToday') }],
      }),
    });
  }

  async #answer(id: string, button: number) {
    const kind = actionKinds.find((one) => id === prefix + one);
    if (kind === undefined) return;
    await browser.notifications.clear(id);
    if (button === 0) await this.recorder.record(loggedByHand(kind, now()), { from: 'extension' });
    else await quietOn(today(await schedule.get(), now()));
  }
}

/** The rep's wish, unless the company has turned it off. */
async function mayNotify(): Promise<boolean> {
  return (await notify.get()) && (await companyPolicy.get()).notifications !== false;
}
