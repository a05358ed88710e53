import { isCorrection, lowered, loweredIn, lowersFrom } from '../lib/domain/adjustment';
import { daysOf } from '../lib/domain/day';
import type { DayKey } from '../lib/domain/day';
import { needsGapCard } from '../lib/domain/gap';
import { checkGoal, type Goal } from '../lib/domain/goal';
import { countsOf, meanOfFourWeeks } from '../lib/domain/history';
import { withoutHolds } from '../lib/domain/hold';
import { spanOf } from '../lib/domain/period';
import { hoursOn } from '../lib/domain/schedule';
import { draftedGoal } from './draftedGoal';
import type { EditedGoal } from './editedGoal';
import type { GoalDraft } from './goalDraft';
import type { GoalGround } from './goalGround';

/** What a draft still has to answer before it can be saved. */
export interface DraftVerdict {
  /** The target is more than 10 % above what four weeks gave, in actions of its period: what will change? */
  readonly raise?: { readonly mean: number };
  /** The target is lower than it was: from when, and whether it was lowered in this period already. */
  readonly lowering?: { readonly from: DayKey; readonly again: boolean };
  /** A sprint that can never ask for anything: its days are over, or none of them is a workday. */
  readonly sprint?: 'over' | 'idle';
  /** Nothing stands in the way. */
  readonly savable: boolean;
}

/** Judges a draft by the rules for raising and lowering; an impossible goal is not judged, only refused. */
export function draftVerdict(draft: GoalDraft, ground: GoalGround): DraftVerdict {
  const goal = draftedGoal(draft);
  if (checkGoal(goal).length > 0) return { savable: false };
  const { saved } = draft;
  const mean = meanOfPeriod(draft.id, goal, ground);
  const raised = saved === null || goal.target > saved.target;
  const raise = raised && mean !== null && needsGapCard(goal.target, mean) ? { mean } : undefined;
  const lowering = loweringOf(draft, goal, ground);
  const sprint = sprintProblem(goal, saved, ground);
  return {
    ...(sprint && { sprint }),
    ...(raise && { raise }),
    ...(lowering && { lowering }),
    savable:
      !sprint &&
      (!raise || goal.change !== undefined) &&
      (!lowering || (!lowering.again && draft.reason.trim() !== '')),
  };
}

/** What keeps a sprint of new days from asking for anything; one that is over may stand as it is. */
function sprintProblem(goal: Goal, saved: Goal | null, { day, schedule }: GoalGround) {
  if (goal.period !== 'own') return undefined;
  const { first, last } = goal;
  if (saved?.period === 'own' && saved.first === first && saved.last === last) return undefined;
  if (last < day) return 'over';
  return daysOf({ first, last }).some((one) => hoursOn(schedule, one)) ? undefined : 'idle';
}

function loweringOf(draft: GoalDraft, goal: Goal, ground: GoalGround) {
  const { id, saved } = draft;
  const { day, minute, schedule, versions } = ground;
  const lower = saved !== null && saved.period === goal.period && goal.target < saved.target;
  if (!lower || id === null || isCorrection(versions, id, goal.target, day)) return undefined;
  const from = lowersFrom(schedule, { day, minute }, goal);
  return { from, again: loweredIn(versions, id, saved, from, schedule) };
}

/**
 * What four weeks gave, days on hold aside, for a period with as many workdays as its target is for: days off lower it by
 * themselves, but for a sprint, which is set with those that it has. Null in the first ten workdays.
 *
 * @param id of the goal; null of a new one
 */
export function meanOfPeriod(
  id: string | null,
  goal: Goal,
  { versions, tallies, schedule, day }: GoalGround,
): number | null {
  const own = withoutHolds(schedule, versions, id, day);
  const mean = meanOfFourWeeks(countsOf(tallies, goal.kinds), own, day);
  if (mean === null || goal.period === 'day') return mean;
  const usual = goal.period === 'own' ? schedule : { ...schedule, daysOff: [] };
  return mean * daysOf(spanOf(goal, day, schedule)).filter((one) => hoursOn(usual, one)).length;
}

/** What saving a draft asks for: a lowered target waits, everything else holds at once. */
export function editedDraft(draft: GoalDraft, ground: GoalGround): EditedGoal {
  const { id, saved, later, reason } = draft;
  const goal = draftedGoal(draft);
  const { lowering } = draftVerdict(draft, ground);
  if (!lowering || !saved) {
    const asWas = saved?.target === goal.target && later;
    return { id, goal, ...(asWas && { later }) };
  }
  return { id, ...lowered(saved, goal, lowering.from, ground.day, reason.trim()) };
}
