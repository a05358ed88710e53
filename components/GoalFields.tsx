import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { activeGoals } from '../lib/domain/activeGoals';
import { companyGoalId, isCompanyGoal } from '../lib/domain/companyGoal';
import { addDays, daysOf } from '../lib/domain/day';
import { familyOf } from '../lib/domain/family';
import {
  askTwice,
  checkGoal,
  defaultRange,
  goalsOn,
  mostTarget,
  type Goal,
  type GoalProblem,
} from '../lib/domain/goal';
import { largestTarget } from '../lib/domain/odds/target';
import { spanOf } from '../lib/domain/period';
import type { RampStanding } from '../lib/domain/ramp';
import { hoursOn, workingMinutes } from '../lib/domain/schedule';
import type { Terms } from '../lib/domain/terms';
import { BiteFields } from './BiteFields';
import { dayText } from './dayText';
import type { Forecast } from '../lib/domain/odds/forecast';
import { draftedGoal } from './draftedGoal';
import { draftVerdict, meanOfPeriod } from './draftVerdict';
import { formatCount } from './formatCount';
import type { GoalDraft } from './goalDraft';
import type { GoalGround } from './goalGround';
import { GoalMore } from './GoalMore';
import { goalName } from './goalName';
import { GoalOdds } from './GoalOdds';
import type { GoalsEditorProps } from './GoalsEditor';
import { GoalRoute } from './GoalRoute';
import { HoldFields } from './HoldFields';
import { Icon } from './Icon';
import { KindPicker } from './KindPicker';
import { LateStart } from './LateStart';
import { LowerCard } from './LowerCard';
import { NumberField } from './NumberField';
import { PeriodFields } from './PeriodFields';
import { plainGoal } from './plainGoal';
import { problemText } from './problemText';
import { SumChecks } from './SumChecks';
import { unlikelyText } from './unlikelyText';
import { RaiseCard } from './RaiseCard';
import { RampFields } from './RampFields';
import { RangeOffer } from './RangeOffer';
import { slideEnd } from './slideEnd';
import { withTerm } from './withTerm';

/** What no field says: it comes of two settings together, or of a goal that was not made here. */
const withoutField = [
  'year-start-out-of-range',
  'text-too-long',
  'start-not-a-day',
  'start-after-span',
  'hold-not-days',
  'hold-ends-before-start',
  'hold-outside-span',
  'ramp-of-long-period',
  'ramp-without-base',
  'ramp-not-upwards',
  'ramp-step-out-of-range',
  'bites-of-long-period',
] as const satisfies readonly GoalProblem[];

export interface GoalFieldsProps {
  readonly draft: GoalDraft;
  readonly ground: GoalGround;
  /** The others that remain, for what leads to an outcome. */
  readonly others: readonly Goal[];
  readonly first: boolean;
  readonly last: boolean;
  /** Saving was tried: from then on an empty field is a problem, too. */
  readonly tried: boolean;
  readonly oddsOf: GoalsEditorProps['oddsOf'];
  /** The odds for which it is not saved. */
  readonly unlikely: Forecast | null;
  /** It waits for the goal above it, which asks for as many already. */
  readonly inVain: boolean;
  readonly onChange: (changes: Partial<GoalDraft>) => void;
  readonly onMove: (by: -1 | 1, button: HTMLElement) => void;
}

/** One goal's fields. */
export function GoalFields(props: GoalFieldsProps) {
  const { draft, ground, others, first, last, tried, oddsOf, unlikely, inVain } = props;
  const { onChange, onMove } = props;
  const id = useId();
  const [opened] = useState(Number(draft.target));
  const goal = draftedGoal(draft);
  const name = draft.kinds.length ? goalName(draft) : i18n.t('goals.noKinds');
  const { terms } = draft;
  const set = <Name extends keyof Terms>(term: Name, value: Terms[Name] | undefined) => {
    onChange({ terms: withTerm(terms, term, value) });
  };
  if (draft.removed) {
    return (
      <Aside
        text={i18n.t('goals.removed', [name])}
        back={i18n.t('goals.restore')}
        onBack={() => {
          onChange({ removed: false });
        }}
      />
    );
  }
  if (terms.parked) {
    return (
      <Aside
        text={i18n.t('focus.parked', [name])}
        back={i18n.t('focus.unpark')}
        onBack={() => {
          set('parked', undefined);
        }}
      />
    );
  }
  const problems = checkGoal(goal);
  /** The first problem of a field; an empty one is left in peace until saving is tried. */
  const problem = (value: string | null, codes: readonly GoalProblem[]) => {
    const code = value === '' && !tried ? undefined : codes.find((each) => problems.includes(each));
    return code ? problemText(code) : '';
  };
  const targetProblem =
    problem(draft.target, ['target-out-of-range', 'target-not-whole']) ||
    (unlikely ? unlikelyText(goal, unlikely) : '');
  const possibleButForTarget = checkGoal({ ...goal, target: 1, ...defaultRange(1) }).every(
    (code) => code === 'ramp-not-upwards',
  );
  const usual = possibleButForTarget ? (oddsOf?.(draft.id, goal) ?? null) : null;
  // What the rep usually does says nothing about where a ramp ends, only about its next step.
  const forecast = goal.ramp ? null : usual;
  const edges = [
    ['floor', ['floor-negative', 'floor-not-below-target']],
    ['ceiling', ['ceiling-not-above-target']],
  ] as const;
  const ways = [
    ['up', -1, first],
    ['down', 1, last],
  ] as const;
  /** Where the focus goes from a button that goes once it is pressed. */
  const focus = (field: string) => document.getElementById(id + field)?.focus();
  const moveProblem = problem(null, withoutField);
  const twin = others.some((other) => askTwice(goal, other));
  const possible = problems.length === 0;
  const { sprint } = draftVerdict(draft, ground);
  return (
    <fieldset>
      <legend>{name}</legend>
      <div class="tools">
        {ways.map(([way, by, isEnd]) => (
          <button
            key={way}
            type="button"
            aria-label={i18n.t(`goals.${way}`, [name])}
            aria-disabled={isEnd}
            onClick={(event) => {
              onMove(by, event.currentTarget);
            }}
          >
            <Icon name={way} />
          </button>
        ))}
        <button
          type="button"
          class="link"
          aria-label={i18n.t('focus.park', [name])}
          onClick={() => {
            set('parked', true);
          }}
        >
          {i18n.t('focus.parkIt')}
        </button>
        <button
          type="button"
          class="link"
          aria-label={i18n.t('goals.removeOf', [name])}
          onClick={() => {
            onChange({ removed: true });
          }}
        >
          {i18n.t('goals.remove')}
        </button>
      </div>
      {/* A fieldset whose own children come and go is laid out anew, and a slider under the hand lets go (Chromium 156). */}
      <div class="stack">
        <KindPicker
          name={name}
          kinds={draft.kinds}
          problem={problem(null, ['no-kinds', 'duplicate-kinds'])}
          onChange={(kinds) => {
            onChange({ kinds });
          }}
        />
        <div class="fields">
          <NumberField
            id={`${id}t`}
            label={i18n.t('goals.target')}
            problem={targetProblem}
            min={1}
            max={mostTarget}
            value={draft.target}
            slide={{
              label: i18n.t('goals.slide'),
              end: slideEnd(
                opened,
                possibleButForTarget ? meanOfPeriod(draft.id, goal, ground) : null,
                usual && largestTarget(usual.chance),
              ),
            }}
            onInput={(target) => {
              // Another number is another raise: what was going to change is asked again.
              onChange({ target, terms: withTerm(terms, 'change', undefined) });
            }}
          />
          <PeriodFields id={id} draft={draft} problem={problem} onChange={onChange} />
          {edges.map(([side, codes]) => (
            <NumberField
              key={side}
              id={id + side}
              label={i18n.t(`goals.${side}`)}
              // A range that follows an impossible target is not a second problem.
              problem={targetProblem || draft.target === '' ? '' : problem(draft[side], codes)}
              hint={draft[side] === null ? i18n.t('goals.follows') : ''}
              value={draft[side] ?? (Number.isFinite(goal[side]) ? String(goal[side]) : '')}
              onInput={(value) => {
                onChange({ [side]: value });
              }}
              onBlur={(value) => {
                if (value === '') onChange({ [side]: null });
              }}
            />
          ))}
        </div>
        <p class="hint">
          {possible && (
            <>
              {i18n.t('goals.meaning', [formatCount(goal.floor), formatCount(goal.ceiling)])}{' '}
              <RangeOffer
                goal={goal}
                forecast={forecast}
                onRange={({ floor, ceiling }) => {
                  onChange({ floor: String(floor), ceiling: String(ceiling) });
                  focus('floor');
                }}
              />
            </>
          )}
        </p>
        {oddsOf && possibleButForTarget && !goal.ramp && (
          <GoalOdds
            goal={goal}
            forecast={forecast}
            onTarget={(target) => {
              onChange({ target: String(target), terms: withTerm(terms, 'change', undefined) });
              focus('t');
            }}
          />
        )}
        {moveProblem && <p class="problem">{moveProblem}</p>}
        {twin && <p class="problem">{i18n.t('goals.twice', [name])}</p>}
        {inVain && <p class="problem">{i18n.t('goals.inVain', [name])}</p>}
        {sprint && <p class="problem">{i18n.t(`goals.sprint.${sprint}`)}</p>}
        {draft.later && draft.saved?.target === goal.target && (
          <p class="hint">
            {i18n.t('lower.planned', [
              dayText(draft.later.from, 'full'),
              formatCount(draft.later.goal.target),
            ])}
          </p>
        )}
        {possible && <GoalRoute id={draft.id} goal={goal} ground={ground} />}
        {possible && <SumChecks goal={goal} others={others} ground={ground} />}
        {possible && (
          <Verdict
            draft={draft}
            goal={goal}
            ground={ground}
            others={others}
            chance={forecast?.chance ?? null}
            tried={tried}
            onChange={onChange}
          />
        )}
        <div class="moves">
          {(moveProblem || problems.every((code) => code === 'bite-not-whole')) && (
            <Moves
              draft={draft}
              goal={goal}
              ground={ground}
              chance={usual?.chance ?? null}
              onChange={onChange}
            />
          )}
          <GoalMore
            goal={goal}
            terms={terms}
            day={ground.day}
            hasPrevious={!first}
            onChange={(changed) => {
              onChange({ terms: changed });
            }}
          />
        </div>
      </div>
    </fieldset>
  );
}

interface AsideProps {
  readonly text: string;
  readonly back: string;
  readonly onBack: () => void;
}

/** A goal that is out of the way, and the way back. */
function Aside({ text, back, onBack }: AsideProps) {
  return (
    <p class="gone">
      {text}
      <button type="button" class="link" onClick={onBack}>
        {back}
      </button>
    </p>
  );
}

type PartProps = Pick<GoalFieldsProps, 'draft' | 'ground' | 'others' | 'onChange'> & {
  readonly goal: Goal;
  /** Probability of so many actions in its next period; null where too little is known. */
  readonly chance: ((target: number) => number) | null;
};

/** What has to be answered before the target goes up or down. */
function Verdict(props: PartProps & { readonly tried: boolean }) {
  const { draft, goal, ground, others, chance, tried, onChange } = props;
  const { raise, lowering } = draftVerdict(draft, ground);
  const { schedule, day } = ground;
  const days = daysOf(spanOf(goal, day, schedule));
  const leading = others.find((one) => familyOf(one) === 'activity');
  return (
    <>
      {raise && (
        <RaiseCard
          goal={goal}
          mean={raise.mean}
          workMinutes={days.reduce(
            (sum, one) => sum + workingMinutes(schedule, one, -Infinity, Infinity),
            0,
          )}
          chance={chance}
          activity={
            familyOf(goal) === 'outcome' && leading
              ? meanOfPeriod(null, { ...goal, kinds: leading.kinds }, ground)
              : null
          }
          tried={tried}
          onChoose={(change) => {
            onChange({ terms: withTerm(draft.terms, 'change', change) });
          }}
        />
      )}
      {lowering && (
        <LowerCard
          {...lowering}
          reason={draft.reason}
          tried={tried}
          onReason={(reason) => {
            onChange({ reason });
          }}
        />
      )}
    </>
  );
}

/** Where a drafted ramp is today, after the weeks that are over. */
function rampToday(
  id: string,
  goal: Goal,
  { versions, tallies, schedule, day }: GoalGround,
): RampStanding | null {
  const before = versions.filter((one) => one.id === id && one.from < day);
  const goals = [...before, { id, from: day, order: 0, goal: plainGoal(goal) }];
  return activeGoals({ goals, tallies, schedule }, day)[0]?.ramp ?? null;
}

/** Hold, ramp, bites, a late start: what can be done about a goal beside its number. */
function Moves({ draft, goal, ground, chance, onChange }: Omit<PartProps, 'others'>) {
  const { terms } = draft;
  const { day, schedule } = ground;
  const set = <Name extends keyof Terms>(term: Name, value: Terms[Name] | undefined) => {
    onChange({ terms: withTerm(terms, term, value) });
  };
  const workday = daysOf({ first: day, last: addDays(day, 13) }).find((one) =>
    hoursOn(schedule, one),
  );
  const company = goalsOn(ground.versions, day).find(
    (one) => isCompanyGoal(one) && one.id === companyGoalId(goal),
  )?.goal;
  const climbs = goal.period === 'day' || goal.period === 'week';
  return (
    <>
      <LateStart
        draft={draft}
        goal={goal}
        ground={ground}
        onChange={(starts) => {
          set('starts', starts);
        }}
      />
      {goal.period === 'day' && workday !== undefined && (
        <BiteFields
          goal={goal}
          schedule={schedule}
          day={workday}
          {...(company && { asked: company.target })}
          onChange={(bites) => {
            set('bites', bites);
          }}
        />
      )}
      {(climbs || goal.ramp) && (
        <RampFields
          goal={goal}
          day={day}
          standing={rampToday(draft.id ?? '', goal, ground)}
          mean={meanOfPeriod(draft.id, goal, ground)}
          chance={chance}
          onChange={({ ramp, target }) => {
            onChange({
              terms: withTerm(terms, 'ramp', ramp),
              ...(target !== undefined && { target: String(target) }),
            });
          }}
        />
      )}
      <HoldFields
        hold={terms.hold}
        day={day}
        onChange={(hold) => {
          set('hold', hold);
        }}
      />
    </>
  );
}
