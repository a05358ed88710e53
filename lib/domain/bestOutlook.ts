import { actionKinds, nameOfKinds, type ActionKind } from './action';
import { activeForecast, type ForecastGround } from './activeForecast';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import type { Approach, Best, Bests } from './best';
import { approach, beatable, bestsOf, toBeat } from './best';
import type { DayKey } from './day';
import { countIn } from './history';
import { withoutHolds } from './hold';
import type { Moment } from './pace';
import { marksOn } from './plan';
import type { Checkpoint } from './schedule';
import { hoursOn } from './schedule';
import type { Tally } from './tally';
import { weekAround } from './week';

/** The personal best that is worth a word today. */
export interface BestOutlook {
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly today: number;
  readonly bests: Bests;
  readonly approach: Approach;
  /** A day to go for; null where there is none. */
  readonly goFor: number | null;
  /** This week against the best one. */
  readonly week: AgainstBest | null;
  /** Today so far against the best by the next checkpoint; null where that says no more than the best day. */
  readonly checkpoint:
    | (AgainstBest & { readonly best: Best; readonly minute: number } & Pick<Checkpoint, 'anchor'>)
    | null;
}

interface AgainstBest {
  readonly done: number;
  /** One more is a new best. */
  readonly toBeat: number;
  readonly approach: Approach;
}

type Input = ActiveGoalsInput & ForecastGround;

/**
 * The best of one of these goals: one that is broken first, then one that is near, or else that of the first. Null in the
 * first ten workdays.
 */
export function bestOutlook(
  input: Input,
  goals: readonly ActiveGoal[],
  now: Moment,
): BestOutlook | null {
  const bests = goals.flatMap((goal) => bestOf(input, goal, now) ?? []);
  const has = (wanted: Approach) => (best: BestOutlook) =>
    [best.approach, best.week?.approach, best.checkpoint?.approach].includes(wanted);
  return bests.find(has('new')) ?? bests.find(has('near')) ?? bests[0] ?? null;
}

/** The bests of something that is not the one worth a word. */
export interface OtherBests {
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly bests: Bests;
}

/** The bests of what these goals count, and of every kind by itself: each that has one, and not the one that is shown. */
export function otherBests(
  input: ActiveGoalsInput,
  goals: readonly ActiveGoal[],
  shown: BestOutlook | null,
  day: DayKey,
): readonly OtherBests[] {
  const counted = new Set(input.tallies.map(({ kind }) => kind));
  const all: readonly OtherBests['kinds'][] = [
    ...goals.map(({ goal }) => goal.kinds),
    ...actionKinds.filter((kind) => counted.has(kind)).map((kind) => [kind] as const),
  ];
  const seen = new Set(shown && [nameOfKinds(shown.kinds)]);
  return all.flatMap((kinds) => {
    const name = nameOfKinds(kinds);
    if (seen.has(name)) return [];
    seen.add(name);
    const bests = bestsOf(input, kinds, day);
    return bests?.day ? [{ kinds, bests }] : [];
  });
}

function bestOf(input: Input, active: ActiveGoal, now: Moment): BestOutlook | null {
  const { goal, counts } = active;
  const bests = bestsOf(input, goal.kinds, now.day);
  if (!bests) return null;
  const today = counts.get(now.day) ?? 0;
  const forecast = activeForecast(input, active, [now.day], now);
  const likely = (count: number) => forecast?.chance(count) ?? 0;
  return {
    kinds: goal.kinds,
    today,
    bests,
    approach: bests.day && approach(today, bests.day.count, likely),
    goFor: beatable(counts, now.day, likely),
    week: bests.week && thisWeek(input, active, bests.week, now),
    checkpoint: nextCheckpoint(input, active, bests, now),
  };
}

/** By the forecast that a goal of the week has. */
function thisWeek(input: Input, active: ActiveGoal, best: Best, now: Moment): AgainstBest {
  const days = weekAround(input.schedule, now.day);
  const done = countIn(active.counts, days);
  const most = toBeat(best, days.filter((day) => hoursOn(input.schedule, day)).length);
  // A goal of a day knows only whether today is on hold.
  const schedule = withoutHolds(active.schedule, input.goals, active.id, now.day);
  const likely = (count: number) =>
    activeForecast(input, { ...active, schedule }, days, now)?.chance(count) ?? 0;
  return { done, toBeat: most, approach: approach(done, most, likely) };
}

/**
 * By the forecast of a day that ends at the checkpoint, and every day before it did. It is not recalibrated: the fits are
 * to what was said of whole days and weeks.
 */
function nextCheckpoint(
  input: Input,
  active: ActiveGoal,
  bests: Bests,
  now: Moment,
): BestOutlook['checkpoint'] {
  const next = marksOn(input.schedule, now.day).find(({ minute }) => minute > now.minute);
  const best = bests.checkpoints.find(({ minute }) => minute === next?.minute);
  if (!next || !best || best.count === bests.day?.count) return null;
  const { minute, anchor } = next;
  const done = active.counts.get(now.day) ?? 0;
  const likely = (count: number) => {
    const { past = input.tallies } = input;
    const ground = {
      ...input,
      tallies: until(input.tallies, minute),
      past: until(past, minute),
      fits: {},
    };
    const forecast = activeForecast(ground, active, [now.day], now);
    // Other people's figures are of whole days.
    return forecast && !forecast.rough ? forecast.chance(count) : 0;
  };
  return {
    done,
    toBeat: best.count,
    approach: approach(done, best.count, likely),
    best,
    minute,
    ...(anchor !== undefined && { anchor }),
  };
}

/** Each day until a minute of it. */
function until(tallies: readonly Tally[], minute: number): readonly Tally[] {
  return tallies.map((tally) => ({
    ...tally,
    minutes: tally.minutes.filter((at) => at <= minute),
  }));
}
