import { i18n } from '#i18n';
import { activeGoals } from '../lib/domain/activeGoals';
import { addDays, daysOf, monthOf } from '../lib/domain/day';
import { goalsOn, type Goal } from '../lib/domain/goal';
import { isWithin, spanOf } from '../lib/domain/period';
import { amountOf, planSpan } from '../lib/domain/plan';
import { hoursOn, workdaysIn } from '../lib/domain/schedule';
import { setNow } from '../lib/domain/sprint';
import { checkpointText } from './checkpointText';
import { meanOfPeriod } from './draftVerdict';
import { formatCount } from './formatCount';
import type { GoalGround } from './goalGround';
import { plainGoal } from './plainGoal';
import { weekAround } from '../lib/domain/week';

export interface GoalRouteProps {
  /** Null of a new one. */
  readonly id: string | null;
  /** A possible one. */
  readonly goal: Goal;
  readonly ground: GoalGround;
}

/** What a goal means on the ground, live while its numbers are typed: today's checkpoints, or the part of a week. */
export function GoalRoute({ id, goal, ground }: GoalRouteProps) {
  const mean = meanOfPeriod(id, goal, ground);
  return (
    <p class="route-preview" role="status">
      {(goal.period === 'day' ? dayWay(goal, ground) : longWay(id, goal, ground)).join(' ')}
      {mean !== null && (
        <small> {i18n.t('goals.usual', [formatCount(Math.round(mean * 10) / 10)])}</small>
      )}
    </p>
  );
}

function dayWay(goal: Goal, ground: GoalGround): readonly string[] {
  const { schedule, day, tallies } = ground;
  // On a day off the way of the next workday says more than an empty one.
  const workday = daysOf({ first: day, last: addDays(day, 13) }).find((one) =>
    hoursOn(schedule, one),
  );
  if (workday === undefined) return [i18n.t('goals.noWorkday')];
  const version = { id: 'draft', from: workday, order: 0, goal: plainGoal(goal) };
  const [active] = activeGoals({ goals: [version], tallies, schedule }, workday);
  if (!active) return [];
  const [plan] = planSpan(active.goal.target, active.schedule, active.span, active.shares);
  const legs = (plan?.legs ?? []).filter(({ planned }) => planned > 0);
  return [
    legs
      .map(({ planned, minute, anchor }) =>
        i18n.t('goals.leg', [formatCount(planned), checkpointText(minute, anchor)]),
      )
      .join(' · '),
  ];
}

function longWay(
  id: string | null,
  goal: Goal,
  { versions, schedule, day, tallies }: GoalGround,
): readonly string[] {
  const set = setNow(
    plainGoal(goal),
    goalsOn(versions, day).find((one) => one.id === id)?.goal,
    schedule,
  );
  const version = { id: 'draft', from: day, order: 0, goal: set };
  const [active] = activeGoals({ goals: [version], tallies, schedule }, day);
  // A sprint that is over or to come is not there today.
  const { target } = active?.goal ?? goal;
  const span = active?.span ?? spanOf(goal, day, schedule);
  const plans = planSpan(target, schedule, span);
  const workdays = plans.filter(({ hours }) => hours).length;
  if (workdays === 0) return [i18n.t('goals.noWorkday')];
  const within = (part: { first: string; last: string }) =>
    formatCount(amountOf(plans.filter((plan) => isWithin(plan.day, part))));
  const week = weekAround(schedule, day);
  const each = formatCount(Math.round((10 * target) / workdays) / 10);
  const usual =
    (set.period === 'own' ? set.workdays : undefined) ??
    workdaysIn(daysOf(span), { ...schedule, daysOff: [] });
  // Of a late start it is not the days off alone.
  const isLess = target < set.target && workdays < usual && span.first !== goal.starts;
  return [
    ...(isLess
      ? [
          i18n.t('goals.lessForDaysOff', [
            formatCount(target),
            formatCount(usual - workdays),
            formatCount(usual),
          ]),
        ]
      : []),
    i18n.t('goals.perWorkday', [each, formatCount(workdays)]),
    ...(goal.period === 'quarter' ? [i18n.t('goals.thisMonth', [within(monthOf(day))])] : []),
    ...(goal.period !== 'week' && isWithin(day, span)
      ? [i18n.t('goals.thisWeek', [within({ first: week[0], last: week.at(-1) ?? day })])]
      : []),
  ];
}
