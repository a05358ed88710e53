import { momentOf } from '../domain/nudge/moment';
import { nudge, type NudgeRecord } from '../domain/nudge/nudge';
import type { SpokenNudge } from '../domain/nudge/spoken';
import type { Standing } from '../domain/standing';
import { openForWriting, type Journal } from '../journal/database';
import { addNudge, answerNudge, lastNudges } from '../journal/nudges';
import { nudgeSettings } from '../settings/nudges';
import { schedule } from '../settings/schedule';
import { timeZoneHere } from '../settings/today';

/** Enough for today's three and eleven answered ones among those that nobody answered. */
const looksBackOn = 60;
/** What nobody has answered leaves by itself, ms. */
const staysFor = 25 * 60_000;

/** Decides with each standing whether there is something worth saying, and writes the moment down. */
export class Nudger {
  constructor(
    private readonly journal: Journal,
    private readonly lot: () => number = Math.random,
  ) {}

  /**
   * What to say with this standing: what was said before while it holds, something new, or nothing.
   *
   * @param before what the standing before this one said
   */
  async say(standing: Standing, before: SpokenNudge | undefined): Promise<SpokenNudge | undefined> {
    const { computedAt: now, day, foothold } = standing;
    const { on, drives } = await nudgeSettings.get();
    if (!on || !foothold) return undefined;
    const history = await lastNudges(this.journal, looksBackOn);
    const open = history.some(({ at, answer }) => at === before?.at && answer === undefined);
    if (before && open && now >= before.at && now < before.until) return before;
    const moment = momentOf(standing, await schedule.get(), timeZoneHere(), history);
    const decision = nudge(moment, this.lot());
    if (!decision.speak) return undefined;
    const { reason, withheld } = decision;
    await openForWriting(this.journal);
    await addNudge(this.journal, { at: now, day, minute: moment.minute, reason, withheld });
    if (withheld) return undefined;
    const drive = drives[Math.floor(this.lot() * drives.length)];
    return {
      at: now,
      until: now + staysFor,
      reason,
      kind: foothold.kind,
      count: foothold.size - foothold.done,
      ...(drive !== undefined && { drive }),
    };
  }

  async answer(at: number, answer: NonNullable<NudgeRecord['answer']>): Promise<boolean> {
    await openForWriting(this.journal);
    return answerNudge(this.journal, at, answer);
  }
}
