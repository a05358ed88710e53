import { now } from '../clock';
import type { ActiveGoalsInput } from '../domain/activeGoals';
import { clockAt } from '../domain/day';
import { lookBack } from '../domain/lookBack';
import { cuesToCome, type Cue } from '../domain/nudge/cue';
import { nudgeEffect } from '../domain/nudge/effect';
import { momentOf, type NudgeGround } from '../domain/nudge/moment';
import { nudge, type NudgeMoment, type NudgeRecord } from '../domain/nudge/nudge';
import { doneOf } from '../domain/nudge/progress';
import { spokenOf, subjectOf, type SpokenNudge } from '../domain/nudge/spoken';
import { acceptStretch } from '../domain/outlook';
import type { Standing } from '../domain/standing';
import { stretchOnOffer } from '../domain/stretch';
import { openForWriting, type Journal } from '../journal/database';
import { allGoals, saveGoals } from '../journal/goals';
import { addNudge, answerNudge, lastNudges, nudgesSince } from '../journal/nudges';
import { talliesSince } from '../journal/tallies';
import { lot } from '../lot';
import { nudgeReply } from '../messages/schema';
import type { Sender } from '../messages/sender';
import { cueSettings } from '../settings/cues';
import { nudgeSettings } from '../settings/nudges';
import { quietOn } from '../settings/quiet';
import { schedule } from '../settings/schedule';
import { siteAt, siteSettings } from '../settings/sites';
import { storedStanding } from '../settings/standing';
import { timeZoneHere, today } from '../settings/today';
import { pagesInFront, type PageInFront } from './pagesInFront';

/** Has no key until the rep sets one. */
export const ruleCommand = 'show-rule';

/** Enough for today's three and eleven answered ones among those that nobody answered. */
const looksBackOn = 60;
/** Doing it within so long is a yes, ms. */
const deedWithin = 60 * 60_000;

/** What a standing says beside the numbers. */
export type Said = Pick<Standing, 'nudge' | 'cueToCome'>;

/** Decides with each standing whether there is something worth saying, and writes the moment down. */
export class Nudger {
  /** The rep has pressed the key for a rule of their own, and the next standing is to show it. */
  #asked = false;

  constructor(private readonly journal: Journal) {}

  /** The next standing shows the first rule that is to come, as if its site had come to the front. */
  askForRule(): void {
    this.#asked = true;
  }

  /**
   * What to say with this standing: what was said before while it holds, something new, or nothing.
   *
   * @param before what the standing before this one said
   */
  async say(
    standing: Standing,
    input: ActiveGoalsInput,
    before: SpokenNudge | undefined,
  ): Promise<Said> {
    const { day, rest, computedAt } = standing;
    const asked = this.#asked;
    this.#asked = false;
    if (rest !== null && rest !== 'reached') return {};
    const [quiet, { on, drives }, rules, latest] = await Promise.all([
      quietOn.get(),
      nudgeSettings.get(),
      cueSettings.get(),
      lastNudges(this.journal, looksBackOn),
    ]);
    if (quiet === day) return {};
    const history = await this.#noteDeeds(standing, latest, before);
    const timeZone = timeZoneHere();
    const toCome = cuesToCome(rules, history, day, clockAt(computedAt, timeZone, day));
    const waits = toCome.length > 0 && { cueToCome: true as const };
    const stretch = on ? stretchOnOffer(input, standing) : null;
    const base = {
      standing,
      tallies: input.tallies,
      schedule: input.schedule,
      timeZone,
      history,
      on,
      cueToCome: toCome.length > 0,
      stretch,
    };
    if (before && holds(before, base, rules)) return { nudge: before, ...waits };
    const pages = toCome.length > 0 ? await pagesInFront() : undefined;
    const opened = toCome.find(({ origin }) => pages?.some((page) => page.origin === origin));
    const wanted = asked && pages?.length ? toCome[0] : undefined;
    // Whoever asks is not interrupted: what their hands last did is no reason to wait.
    const cue = wanted ?? opened ?? null;
    const spoken = await this.#speak({ ...base, cue }, drives, wanted ? [] : pages);
    return { ...(spoken && { nudge: spoken }), ...waits };
  }

  /** The rep's answer, on the sender's page or a page of ours. Answers whether it was the first. */
  async answer(message: unknown, sender: Sender): Promise<boolean> {
    const parsed = nudgeReply.safeParse(message);
    if (!parsed.success) return false;
    if (sender.from === 'page' && !siteAt(await siteSettings.get(), sender.origin)?.on)
      return false;
    const { at, answer } = parsed.data;
    await openForWriting(this.journal);
    const first = await answerNudge(this.journal, at, answer, now());
    const said = (await storedStanding.get())?.nudge;
    if (first && answer === 'accepted' && said?.at === at && said.goalId !== undefined)
      await this.#stretch(said.goalId);
    return first;
  }

  async #speak(
    ground: NudgeGround,
    drives: Parameters<typeof spokenOf>[2],
    known: readonly PageInFront[] | undefined,
  ): Promise<SpokenNudge | undefined> {
    const chance = await lot();
    const moment = momentOf(ground);
    // Pages are asked only where there is something to say.
    if (!nudge(moment, chance).speak) return undefined;
    const decision = nudge(withHands(moment, known ?? (await pagesInFront())), chance);
    if (!decision.speak) return undefined;
    const { reason, withheld } = decision;
    if (reason !== 'cue' && (await this.#stops())) return undefined;
    const { now: at, day, minute } = moment;
    const { kind } = subjectOf(reason, ground);
    const cue = reason === 'cue' && ground.cue ? { cue: ground.cue.id } : {};
    const record: NudgeRecord = { at, day, minute, reason, withheld, kind, ...cue };
    await openForWriting(this.journal);
    await addNudge(this.journal, record);
    return withheld ? undefined : spokenOf(record, ground, drives);
  }

  /** Whoever does what was said has said yes. */
  async #noteDeeds(
    standing: Standing,
    history: readonly NudgeRecord[],
    before: SpokenNudge | undefined,
  ): Promise<readonly NudgeRecord[]> {
    const { computedAt, recent } = standing;
    const done = ({ at, reason, kind, withheld, answer }: NudgeRecord) => {
      if (withheld || answer !== undefined || computedAt - at > deedWithin) return false;
      if (reason !== 'cue') return recent.some((one) => one.kind === kind && one.at > at);
      return before?.at === at && doneOf(before, standing) >= before.count;
    };
    const deeds = history.filter(done);
    if (deeds.length === 0) return history;
    await openForWriting(this.journal);
    for (const { at } of deeds) await answerNudge(this.journal, at, 'accepted', computedAt);
    return lastNudges(this.journal, looksBackOn);
  }

  /** Whether speaking has been shown not to help; then Foothold switches it off by itself. */
  async #stops(): Promise<boolean> {
    const settings = await nudgeSettings.get();
    const records = await nudgesSince(this.journal, settings.since ?? 0);
    const [first] = records;
    if (!first) return false;
    const effect = nudgeEffect(records, await talliesSince(this.journal, first.day));
    if (!effect.known || !effect.harmful) return false;
    await nudgeSettings.set({ ...settings, on: false, stopped: true });
    return true;
  }

  /** The rep goes for 125 %. */
  async #stretch(goalId: string) {
    const hours = await schedule.get();
    const day = today(hours, now());
    const goals = await allGoals(this.journal);
    const tallies = await talliesSince(this.journal, lookBack(goals, hours, day));
    const input = { goals, schedule: hours, tallies };
    await saveGoals(this.journal, acceptStretch(input, goalId, day));
  }
}

/** Whether what was said still fits: not answered, not past, and about what the rep is at. */
function holds(
  { at, until, reason, kind, goalId }: SpokenNudge,
  { standing, history, on, stretch }: Omit<NudgeGround, 'cue'>,
  rules: readonly Cue[],
): boolean {
  const record = history.find((one) => one.at === at);
  const { computedAt, foothold } = standing;
  if (!record || record.answer !== undefined) return false;
  if (computedAt < at || computedAt >= until) return false;
  if (reason === 'cue') return rules.some(({ id }) => id === record.cue);
  return on && (reason === 'stretch' ? stretch?.id === goalId : foothold?.kind === kind);
}

/** What only the pages know of the rep's hands; those that have moved since the standing was reckoned move now. */
function withHands(moment: NudgeMoment, pages: readonly PageInFront[]): NudgeMoment {
  const dials = pages.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'call');
  const latest = (times: readonly (number | undefined)[]) =>
    Math.min(moment.now, Math.max(...times.map((time) => time ?? -Infinity)));
  return {
    ...moment,
    lastKeyAt: latest(pages.map(({ typedAt }) => typedAt)),
    callBegunAt: latest([moment.callBegunAt, ...dials.map(({ at }) => at)]),
  };
}
