import { i18n } from '#i18n';
import { isCompanyGoal } from '../lib/domain/companyGoal';
import { goalsOn, type Goal } from '../lib/domain/goal';
import { spanCheck, type SpanCheck } from '../lib/domain/spanCheck';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalAmount } from './goalAmount';
import type { GoalGround } from './goalGround';

export interface SumChecksProps {
  /** A possible one. */
  readonly goal: Goal;
  /** The rep's others. */
  readonly others: readonly Goal[];
  readonly ground: GoalGround;
}

/** Whether a goal adds up to what the company, or a longer goal of the rep's own, asks of the same kinds, and where not, where the rest could go. */
export function SumChecks({ goal, others, ground: { versions, day, schedule } }: SumChecksProps) {
  const company = goalsOn(versions, day).filter(isCompanyGoal);
  const targets = [
    ...company.map((one) => ({ whose: 'company' as const, target: one.goal })),
    ...others
      .filter((one) => !one.parked && one.period !== goal.period)
      .map((target) => ({ whose: 'mine' as const, target })),
  ];
  const lines = targets.flatMap(({ whose, target }) => {
    const check = spanCheck(goal, target, schedule, day);
    return check ? [{ text: sumText(check, whose, target), short: check.over < 0 }] : [];
  });
  return (
    <div role="status">
      {lines.map(({ text, short }) => (
        <p key={text} class={short ? 'problem' : 'hint'}>
          {text}
        </p>
      ))}
    </div>
  );
}

function sumText(check: SpanCheck, whose: 'company' | 'mine', target: Goal): string {
  const { over, add, by, asked } = check;
  const whole = goalAmount(target);
  const amount =
    asked < target.target ? i18n.t('sum.thisTime', [whole, formatCount(asked)]) : whole;
  if (over >= 0) return i18n.t(`sum.${whose}Met`, [amount]);
  const length = by === 'month' ? 'month' : 'short';
  const where = add.map(({ at, count }) =>
    i18n.t(`sum.${by}`, [formatCount(count), dayText(at, length)]),
  );
  return i18n.t(`sum.${whose}Short`, [formatCount(-over), amount, where.join(', ')]);
}
