import type { Standing } from '../domain/standing';
import { momentOf } from '../domain/nudge/moment';
import { nudge, type NudgeRecord } from '../domain/nudge/nudge';
import { openForWriting, type Journal } from '../journal/database';
import { addNudge, answerNudge, lastNudges } from '../journal/nudges';
import { spokenNudge } from '../settings/nudge';
import { nudgeSettings } from '../settings/nudges';
import { schedule } from '../settings/schedule';
import { timeZoneHere } from '../settings/today';

/** Enough for today's three and eleven answered ones among those that nobody answered. */
const looksBackOn = 60;
/** What nobody has answered leaves by itself, ms. */
const staysFor = 25 * 60_000;

/** Decides at each standing whether there is something worth saying, writes it down, and says it. */
export class Nudger {
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly journal: Journal,
    private readonly lot: () => number = Math.random,
  ) {}

  /** Standings may come faster than they are judged; two at once would both find the day's budget free. */
  consider(standing: Standing): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#consider(standing));
    return this.#turn;
  }

  async #consider(standing: Standing) {
    const { computedAt: now, day, foothold } = standing;
    const [{ on, drives }, plan, spoken] = await Promise.all([
      nudgeSettings.get(),
      schedule.get(),
      spokenNudge.get(),
    ]);
    if (spoken && (!on || !foothold || now >= spoken.until || now < spoken.at))
      await spokenNudge.set(null);
    if (!on || !foothold) return;
    const history = await lastNudges(this.journal, looksBackOn);
    const moment = momentOf(standing, plan, timeZoneHere(), history);
    const decision = nudge(moment, this.lot());
    if (!decision.speak) return;
    const { reason, withheld } = decision;
    await openForWriting(this.journal);
    await addNudge(this.journal, { at: now, day, minute: moment.minute, reason, withheld });
    if (withheld) return;
    const drive = drives[Math.floor(this.lot() * drives.length)];
    await spokenNudge.set({
      at: now,
      until: now + staysFor,
      reason,
      kind: foothold.kind,
      count: foothold.size - foothold.done,
      ...(drive !== undefined && { drive }),
    });
  }

  async answer(at: number, answer: NonNullable<NudgeRecord['answer']>): Promise<boolean> {
    await openForWriting(this.journal);
    const known = await answerNudge(this.journal, at, answer);
    await spokenNudge.set(null);
    return known;
  }
}
