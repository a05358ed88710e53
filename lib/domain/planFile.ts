import type { ActionKind } from './action';
import { isCorrection, lowered, loweredIn, lowersFrom } from './adjustment';
import { isCompanyGoal } from './companyGoal';
import { addDays, type DayKey } from './day';
import { focusOf } from './focus';
import {
  askTwice,
  checkGoal,
  defaultRange,
  goalsOn,
  type Goal,
  type GoalProblem,
  type GoalVersion,
} from './goal';
import { editedGoals, type GoalChange } from './goalChanges';
import type { Moment } from './pace';
import { spanOf } from './period';
import type { Schedule } from './schedule';
import { termsOf, type Agreement } from './terms';

export const planFormat = 'foothold-plan';
export const planVersion = 1;

/** A goal as it is handed round: what somebody else can have a say in, and nothing that is the rep's alone. */
export interface PlannedGoal {
  /** Missing in a goal that whoever agreed has added. */
  readonly id?: string;
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly period: Goal['period'];
  readonly target: number;
  /** Where it is not what the target suggests. */
  readonly floor?: number;
  readonly ceiling?: number;
  /** Of a sprint. */
  readonly first?: DayKey;
  readonly last?: DayKey;
  /** Of a quarter. */
  readonly yearStarts?: number;
  readonly objective?: string;
  readonly owner?: string;
  readonly commitment?: string;
}

/** A plan to be agreed: what the rep proposes, and what comes back. */
export interface PlanFile {
  readonly format: typeof planFormat;
  readonly version: typeof planVersion;
  /** When it was proposed. */
  readonly day: DayKey;
  /** Who agreed and when; empty until somebody has. */
  readonly agreed: Agreement;
  /** What the rep bases it on, in their words. */
  readonly inputs?: PlanInputs;
  /** In the rep's order. */
  readonly goals: readonly PlannedGoal[];
}

export const planInputs = ['pipeline', 'list', 'territory'] as const;
export type PlanInputs = Readonly<Partial<Record<(typeof planInputs)[number], string>>>;

/** Why a file that came back is not taken. `at` is the number of the goal in it, from 1. */
export type PlanProblem =
  | { readonly why: 'not-json' | 'not-plan' | 'newer' | 'unsigned' | 'agreed-later' | 'empty' }
  | { readonly why: 'too-many' }
  /** `twice`: the same goal; `same`: another that asks the same of the same time. */
  | { readonly why: 'twice' | 'same'; readonly at: number }
  | { readonly why: 'damaged'; readonly at: number; readonly field: string }
  | { readonly why: 'impossible'; readonly at: number; readonly problem: GoalProblem };

export interface PlanGround {
  readonly versions: readonly GoalVersion[];
  readonly schedule: Schedule;
  readonly now: Moment;
}

/** The rep's own goals of a day that are not parked, as a plan to be agreed. */
export function proposedPlan(
  versions: readonly GoalVersion[],
  day: DayKey,
  inputs: PlanInputs = {},
): PlanFile {
  const goals = goalsOn(versions, day)
    .filter((one) => !isCompanyGoal(one) && !one.goal.parked)
    .map(({ id, goal }) => plannedGoal(id, goal));
  return {
    format: planFormat,
    version: planVersion,
    day,
    agreed: { with: '', on: '' },
    ...(Object.keys(inputs).length > 0 && { inputs }),
    goals,
  };
}

function plannedGoal(id: string, goal: Goal): PlannedGoal {
  const { kinds, period, target, floor, ceiling, objective, owner, commitment } = goal;
  const usual = defaultRange(target);
  return {
    id,
    kinds,
    period,
    target,
    ...(floor !== usual.floor && { floor }),
    ...(ceiling !== usual.ceiling && { ceiling }),
    ...(goal.period === 'own' && { first: goal.first, last: goal.last }),
    ...(goal.period === 'quarter' &&
      goal.yearStarts !== undefined && { yearStarts: goal.yearStarts }),
    ...(objective !== undefined && { objective }),
    ...(owner !== undefined && { owner }),
    ...(commitment !== undefined && { commitment }),
  };
}

/** One line of what a returned plan would change. */
export type PlanDifference =
  | { readonly is: 'new' | 'same' | 'dropped'; readonly goal: Goal }
  | {
      readonly is: 'changed';
      readonly goal: Goal;
      readonly before: Goal;
      /** A lower target holds from then on. */
      readonly from?: DayKey;
    };

export interface ReturnedPlan {
  readonly agreed: Agreement;
  readonly differences: readonly PlanDifference[];
  /** The goals once it is accepted, in its order; parked ones stay behind them. */
  readonly goals: readonly GoalChange[];
}

/**
 * What a plan that came back would change, or why it cannot be. What is not in a plan stays as the rep has it: reward,
 * ramp, bites. A lower target waits for the next review as any other does, and for the next period where this one has had
 * its lowering.
 */
export function returnedPlan(file: PlanFile, ground: PlanGround): ReturnedPlan | PlanProblem {
  const { now, versions } = ground;
  const { agreed, goals: planned } = file;
  if (agreed.with.trim() === '' || agreed.on === '') return { why: 'unsigned' };
  if (agreed.on > now.day) return { why: 'agreed-later' };
  if (planned.length === 0) return { why: 'empty' };
  const own = versions.filter((version) => !isCompanyGoal(version));
  const current = editedGoals(own, now.day);
  const ids = new Map(current.map((one) => [one.id, one]));
  const goals: GoalChange[] = [];
  const differences: PlanDifference[] = [];
  for (const [index, one] of planned.entries()) {
    const at = index + 1;
    const before = ids.get(one.id ?? '');
    if (before && goals.some(({ id }) => id === before.id)) return { why: 'twice', at };
    const goal: Goal = { ...goalFrom(one, before?.goal), agreed };
    const [problem] = checkGoal(goal);
    if (problem) return { why: 'impossible', at, problem };
    const from = before && waitsUntil(before.id, before.goal, goal, ground);
    goals.push(
      before && from !== undefined
        ? { id: before.id, ...lowered(before.goal, goal, from, now.day, agreed.with) }
        : { id: before?.id ?? null, goal, ...(before && sameTarget(before, goal)) },
    );
    differences.push(
      !before
        ? { is: 'new', goal }
        : saysTheSame(before.goal, goal)
          ? { is: 'same', goal }
          : { is: 'changed', goal, before: before.goal, ...(from !== undefined && { from }) },
    );
  }
  const left = current.filter(({ id }) => !goals.some((one) => one.id === id));
  const parked = left.filter(({ goal }) => goal.parked);
  const asked = goals.map(({ goal }) => goal);
  if (focusOf(asked).verdict === 'refused') return { why: 'too-many' };
  const same = asked.findIndex((goal, at) => asked.slice(0, at).some((one) => askTwice(one, goal)));
  if (same >= 0) return { why: 'same', at: same + 1 };
  const dropped = left
    .filter(({ goal }) => !goal.parked)
    .map(({ goal }) => ({ is: 'dropped' as const, goal }));
  return { agreed, differences: [...differences, ...dropped], goals: [...goals, ...parked] };
}

/** What was planned for later stays where the target does. */
function sameTarget({ goal: { target }, later }: GoalChange, goal: Goal) {
  return target === goal.target && later ? { later } : {};
}

function goalFrom(planned: PlannedGoal, before: Goal | undefined): Goal {
  const { kinds, period, target, objective, owner, commitment } = planned;
  const { objective: _, owner: __, commitment: ___, parked: ____, ...kept } = termsOf(before ?? {});
  const usual = defaultRange(target);
  const goal = {
    ...kept,
    kinds,
    target,
    floor: planned.floor ?? usual.floor,
    ceiling: planned.ceiling ?? usual.ceiling,
    ...(objective !== undefined && { objective }),
    ...(owner !== undefined && { owner }),
    ...(commitment !== undefined && { commitment }),
  };
  switch (period) {
    case 'own':
      return { ...goal, period, first: planned.first ?? '', last: planned.last ?? '' };
    case 'quarter':
      return planned.yearStarts === undefined
        ? { ...goal, period }
        : { ...goal, period, yearStarts: planned.yearStarts };
    case 'day':
    case 'week':
    case 'month':
      return { ...goal, period };
  }
}

/** From when a target holds that is lower than it was; nothing where it is not. */
function waitsUntil(
  id: string,
  before: Goal,
  goal: Goal,
  { versions, schedule, now }: PlanGround,
): DayKey | undefined {
  const lower = before.period === goal.period && goal.target < before.target;
  if (!lower || isCorrection(versions, id, goal.target, now.day)) return undefined;
  let from = lowersFrom(schedule, now, goal);
  while (goal.period !== 'own' && loweredIn(versions, id, goal, from, schedule))
    from = addDays(spanOf(goal, from, schedule).last, 1);
  return from;
}

/** Whether two goals say the same in all that a plan file carries. */
function saysTheSame(one: Goal, other: Goal): boolean {
  return JSON.stringify(plannedGoal('', one)) === JSON.stringify(plannedGoal('', other));
}
