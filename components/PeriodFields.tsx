import { i18n } from '#i18n';
import type { GoalProblem } from '../lib/domain/goal';
import { isDay } from '../lib/domain/day';
import { periods } from '../lib/domain/period';
import type { GoalDraft } from './goalDraft';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

export interface PeriodFieldsProps {
  readonly id: string;
  readonly draft: GoalDraft;
  readonly problem: (value: string | null, codes: readonly GoalProblem[]) => string;
  readonly onChange: (changes: Partial<GoalDraft>) => void;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
const monthName = new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' });

/** By when: the period, and for a quarter or a sprint which one. */
export function PeriodFields({ id, draft, problem, onChange }: PeriodFieldsProps) {
  const { period, first, last, yearStarts } = draft;
  return (
    <>
      <SelectField
        id={`${id}p`}
        label={i18n.t('goals.period')}
        value={period}
        options={periods.map((each) => [each, i18n.t(`goals.${each}`)] as const)}
        onChange={(chosen) => {
          onChange({ period: chosen });
        }}
      />
      {period === 'quarter' && (
        <SelectField
          id={`${id}y`}
          label={i18n.t('goals.yearStarts')}
          value={String(yearStarts)}
          options={months.map(
            (month) => [month, monthName.format(Date.UTC(2026, Number(month) - 1))] as const,
          )}
          onChange={(month) => {
            onChange({ yearStarts: Number(month) });
          }}
        />
      )}
      {period === 'own' && (
        <>
          <TextField
            id={`${id}f`}
            type="date"
            label={i18n.t('goals.first')}
            value={first}
            problem={isDay(first) ? '' : problem(first, ['span-not-days'])}
            onInput={(value) => {
              onChange({ first: value });
            }}
          />
          <TextField
            id={`${id}l`}
            type="date"
            label={i18n.t('goals.last')}
            value={last}
            // Where both days are missing, the sentence at the first says so.
            problem={problem(
              last,
              isDay(last)
                ? ['span-ends-before-start', 'span-too-long']
                : isDay(first)
                  ? ['span-not-days']
                  : [],
            )}
            onInput={(value) => {
              onChange({ last: value });
            }}
          />
        </>
      )}
    </>
  );
}
