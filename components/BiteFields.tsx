import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { isBite } from '../lib/domain/checkTerms';
import type { Goal } from '../lib/domain/goal';
import { planDay } from '../lib/domain/plan';
import type { Schedule } from '../lib/domain/schedule';
import { sumCheck } from '../lib/domain/sumCheck';
import type { Bite } from '../lib/domain/terms';
import type { DayKey } from '../lib/domain/day';
import { checkpointText } from './checkpointText';
import { formatCount } from './formatCount';
import { NumberField } from './NumberField';
import { problemText } from './problemText';

export interface BiteFieldsProps {
  /** A day goal, possible but for its bites. */
  readonly goal: Goal;
  readonly schedule: Schedule;
  /** A workday. */
  readonly day: DayKey;
  /** What the company asks of the same kinds, where it asks for something. */
  readonly asked?: number;
  /** Undefined follows the even plan. */
  readonly onChange: (bites: readonly Bite[] | undefined) => void;
}

/** The day in bites of the rep's own size, and whether they add up. */
export function BiteFields({ goal, schedule, day, asked, onChange }: BiteFieldsProps) {
  const id = useId();
  /** As it was typed last: 2.0 may be on its way to 2.05. */
  const [typed, setTyped] = useState({ at: -1, text: '' });
  const target = Math.max(goal.target, asked ?? 0);
  const even = planDay(target, schedule, day).legs;
  const bites =
    goal.bites ??
    planDay(goal.target, schedule, day).legs.map(({ minute, planned }) => ({
      at: minute,
      count: planned,
    }));
  const { over, add } = sumCheck(
    bites,
    target,
    even.map(({ minute, planned }) => ({ at: minute, count: planned })),
  );
  const where = new Map(even.map(({ minute, anchor }) => [minute, checkpointText(minute, anchor)]));
  const sum =
    over < 0
      ? i18n.t('goals.short', [
          formatCount(-over),
          formatCount(target),
          add
            .map(({ at, count }) => i18n.t('goals.leg', [formatCount(count), where.get(at) ?? '']))
            .join(', '),
        ])
      : over > 0
        ? i18n.t('goals.buffer', [formatCount(over), formatCount(target)])
        : i18n.t('goals.addsUp', [formatCount(target)]);
  const whole = bites.every(({ count }) => isBite(count));
  return (
    <details class="move" open={goal.bites !== undefined}>
      <summary>{i18n.t('goals.bites')}</summary>
      <p class="hint">{i18n.t('goals.bitesHint')}</p>
      <div class="fields">
        {even.map(({ minute }) => {
          const { count } = bites.find(({ at }) => at === minute) ?? { count: 0 };
          return (
            <NumberField
              key={minute}
              id={`${id}${String(minute)}`}
              label={where.get(minute) ?? ''}
              problem={isBite(count) ? '' : problemText('bite-not-whole')}
              value={
                typed.at === minute && Number(typed.text) === count ? typed.text : String(count)
              }
              onInput={(value) => {
                setTyped({ at: minute, text: value });
                onChange(
                  even.flatMap((leg) =>
                    leg.minute === minute
                      ? [{ at: minute, count: Number(value) }]
                      : bites.filter(({ at }) => at === leg.minute),
                  ),
                );
              }}
            />
          );
        })}
      </div>
      <p role="status" class={over < 0 || !whole ? 'problem' : 'hint'}>
        {whole
          ? sum
          : // Its checkpoint is gone, and its field with it.
            bites.some(({ at, count }) => !isBite(count) && !where.has(at)) &&
            problemText('bite-not-whole')}
      </p>
      {goal.bites && (
        <button
          type="button"
          class="link"
          onClick={() => {
            onChange(undefined);
          }}
        >
          {i18n.t('goals.evenPlan')}
        </button>
      )}
    </details>
  );
}
