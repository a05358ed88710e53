import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import { addDays, type DayKey } from '../lib/domain/day';
import { families, familyOf } from '../lib/domain/family';
import { checkGoal, type Goal } from '../lib/domain/goal';
import { lastDayOfTrial } from '../lib/domain/rangeCredit';
import type { Terms } from '../lib/domain/terms';
import { NumberField } from './NumberField';
import { problemText } from './problemText';
import { SelectField } from './SelectField';
import { TextField } from './TextField';
import { withTerm } from './withTerm';

export interface GoalMoreProps {
  readonly goal: Goal;
  readonly terms: Terms;
  readonly day: DayKey;
  /** There is a goal above this one. */
  readonly hasPrevious: boolean;
  readonly onChange: (terms: Terms) => void;
}

const texts = ['objective', 'owner', 'commitment', 'reward'] as const;

/** What can be said about a goal beside its number. All of it may stay empty. */
export function GoalMore({ goal, terms, day, hasPrevious, onChange }: GoalMoreProps) {
  const id = useId();
  const problems = checkGoal(goal);
  const problem = (code: (typeof problems)[number]) =>
    problems.includes(code) ? problemText(code) : '';
  const set = <Name extends keyof Terms>(name: Name, value: Terms[Name] | undefined) => {
    onChange(withTerm(terms, name, value));
  };
  const number = (value: string) => (value === '' ? undefined : Number(value));
  const { agreed, trial } = terms;
  return (
    <details class="move">
      <summary>{i18n.t('goals.more')}</summary>
      <div class="fields">
        <SelectField
          id={`${id}f`}
          label={i18n.t('more.family')}
          value={familyOf(goal)}
          options={families.map((each) => [each, i18n.t(`more.${each}`)] as const)}
          onChange={(family) => {
            set('family', family);
          }}
        />
        {texts.map((name) => (
          <TextField
            key={name}
            id={id + name}
            label={i18n.t(`more.${name}`)}
            value={terms[name] ?? ''}
            onInput={(value) => {
              set(name, value || undefined);
            }}
          />
        ))}
        <TextField
          id={`${id}a`}
          label={i18n.t('more.agreedWith')}
          value={agreed?.with ?? ''}
          onInput={(value) => {
            set('agreed', value ? { with: value, on: agreed?.on ?? day } : undefined);
          }}
        />
        {agreed && (
          <TextField
            id={`${id}o`}
            type="date"
            label={i18n.t('more.agreedOn')}
            value={agreed.on}
            problem={problem('agreed-not-a-day')}
            onInput={(value) => {
              set('agreed', { ...agreed, on: value });
            }}
          />
        )}
      </div>
      <div class="fields">
        <SelectField
          id={`${id}t`}
          label={i18n.t('more.above')}
          value={trial?.rule ?? ''}
          options={[
            ['', i18n.t('more.counts')],
            ['slow', i18n.t('more.slow')],
            ['cap', i18n.t('more.cap')],
          ]}
          hint={trial ? i18n.t('more.capNote') : ''}
          onChange={(rule) => {
            set(
              'trial',
              rule === ''
                ? undefined
                : { rule, from: trial?.from ?? day, until: trial?.until ?? addDays(day, 27) },
            );
          }}
        />
        {trial && (
          <TextField
            id={`${id}u`}
            type="date"
            label={i18n.t('more.trialUntil')}
            value={trial.until}
            problem={
              problem('trial-not-days') ||
              problem('trial-ends-before-start') ||
              problem('trial-too-long')
            }
            hint={trial.until === lastDayOfTrial(trial.from) ? '' : i18n.t('more.trialEnds')}
            onInput={(value) => {
              set('trial', { ...trial, until: value });
            }}
          />
        )}
      </div>
      <div class="fields">
        <NumberField
          id={`${id}m`}
          label={i18n.t('more.minutes')}
          value={terms.minutes === undefined ? '' : String(terms.minutes)}
          step="any"
          problem={problem('minutes-not-positive')}
          onInput={(value) => {
            set('minutes', number(value));
          }}
        />
        <NumberField
          id={`${id}v`}
          label={i18n.t('more.worth')}
          value={terms.worth === undefined ? '' : String(terms.worth)}
          step="any"
          problem={problem('worth-negative')}
          hint={i18n.t('more.worthHint')}
          onInput={(value) => {
            set('worth', number(value));
          }}
        />
      </div>
      {hasPrevious && (
        <label class="check">
          <input
            type="checkbox"
            checked={terms.afterPrevious === true}
            onChange={(event) => {
              set('afterPrevious', event.currentTarget.checked ? true : undefined);
            }}
          />
          {i18n.t('more.afterPrevious')}
        </label>
      )}
    </details>
  );
}
