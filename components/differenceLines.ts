import { i18n } from '#i18n';
import { defaultRange, type Goal } from '../lib/domain/goal';
import type { PlanDifference } from '../lib/domain/planFile';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalAmount } from './goalAmount';
import { goalName } from './goalName';

/**
 * A difference in words: what it is about first, then what is different.
 *
 * @param odds of the goal as it would be; empty where nothing is known
 * @example ["Calls: 12 per day instead of 8 per day, 34% likely", "Seen to by: Alex instead of nobody"]
 */
export function differenceLines(
  difference: PlanDifference,
  odds: string,
): readonly [string, ...string[]] {
  const { is, goal } = difference;
  const [name, amount] = [goalName(goal), goalAmount(goal)];
  const withOdds = (text: string) => [text, odds].filter(Boolean).join(', ');
  if (is !== 'changed') {
    const text = i18n.t(`plan.${is}`, [name, amount]);
    return [is === 'dropped' ? text : withOdds(text)];
  }
  const { before, from } = difference;
  const same = goalAmount(before) === amount;
  return [
    withOdds(
      same
        ? i18n.t('plan.same', [name, amount])
        : i18n.t('plan.changed', [name, amount, goalAmount(before)]),
    ),
    ...(from === undefined ? [] : [i18n.t('lower.from', [dayText(from, 'full')])]),
    ...changedFields(before, goal),
  ];
}

function changedFields(before: Goal, goal: Goal): readonly string[] {
  const usual = defaultRange(goal.target);
  // A range that follows the target is not another difference.
  const edge = (side: 'floor' | 'ceiling') => [
    i18n.t(`goals.${side}`),
    before[side] === goal[side] || (before.target !== goal.target && goal[side] === usual[side])
      ? ''
      : formatCount(goal[side]),
    formatCount(before[side]),
  ];
  const words = (['objective', 'owner', 'commitment'] as const).map((name) => [
    i18n.t(`more.${name}`),
    before[name] === goal[name] ? '' : (goal[name] ?? i18n.t('plan.nothing')),
    before[name] ?? i18n.t('plan.nothing'),
  ]);
  const kinds = [
    i18n.t('goals.kinds'),
    goalName(before) === goalName(goal) ? '' : goalName(goal),
    goalName(before),
  ];
  return [kinds, edge('floor'), edge('ceiling'), ...words]
    .filter(([, now]) => now)
    .map((line) => i18n.t('plan.field', line as [string, string, string]));
}
