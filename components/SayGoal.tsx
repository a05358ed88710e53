import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { addDays, daysOf } from '../lib/domain/day';
import type { Goal } from '../lib/domain/goal';
import { defaultRange } from '../lib/domain/goal';
import { raised, readStatement, type Statement, type Vocabulary } from '../lib/domain/statement';
import { spanOf } from '../lib/domain/period';
import { countIn, countsOf } from '../lib/domain/history';
import { meanOfPeriod } from './draftVerdict';
import type { GoalGround } from './goalGround';
import { kindName } from './kindName';
import { kindsToPick } from './ownKinds';
import { TextField } from './TextField';

export interface SayGoalProps {
  readonly ground: GoalGround;
  readonly onAdd: (goal: Goal) => void;
}

/** A goal said in the rep's own words: what can be read becomes one, what is missing is said. */
export function SayGoal({ ground, onAdd }: SayGoalProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');

  function read() {
    const statement = readStatement(text, vocabulary());
    const before = statement.missing.length > 0 ? null : goalOf(statement, ground);
    if (before) {
      onAdd(before);
      setText('');
      setProblem('');
      return;
    }
    setProblem(
      statement.missing.length > 0
        ? i18n.t('say.missing', [
            list.format(statement.missing.map((part) => i18n.t(`say.${part}`))),
          ])
        : i18n.t('say.noPast'),
    );
  }

  return (
    <div class="fields say">
      <TextField
        id={id}
        label={i18n.t('say.label')}
        value={text}
        problem={problem}
        hint={i18n.t('say.hint')}
        onInput={(value) => {
          setText(value);
          setProblem('');
        }}
      />
      <button type="button" disabled={text.trim() === ''} onClick={read}>
        {i18n.t('say.read')}
      </button>
    </div>
  );
}

const list = new Intl.ListFormat();

/** The rep's own language: what the kinds are called everywhere else, and the words for periods. */
function vocabulary(): Vocabulary {
  const words = (text: string) => text.split(',').map((word) => word.trim());
  return {
    kinds: kindsToPick().map(
      (kind) =>
        [kind, [kindName(kind, 1), kindName(kind, 2)].map((name) => name.toLowerCase())] as const,
    ),
    periods: [
      ['day', words(i18n.t('say.day'))],
      ['week', words(i18n.t('say.week'))],
      ['month', words(i18n.t('say.month'))],
      ['quarter', words(i18n.t('say.quarter'))],
    ],
    percent: words(i18n.t('say.percent')),
  };
}

/** Null where percent were asked of a past that is not known. */
function goalOf({ kind, count, percent, period }: Statement, ground: GoalGround): Goal | null {
  if (!kind || !period) return null;
  const goal = { period, kinds: [kind] as const, target: 1, floor: 0, ceiling: 2 };
  const before = percent === null ? null : pastOf(goal, ground);
  const target =
    percent === null ? count : before === null || before <= 0 ? null : raised(before, percent);
  return target === null ? null : { ...goal, target, ...defaultRange(target) };
}

/** What the last whole period gave; where it is not known whole, what four weeks give for one. */
function pastOf(goal: Goal, ground: GoalGround): number | null {
  const counts = countsOf(ground.tallies, goal.kinds);
  const now = spanOf(goal, ground.day, ground.schedule);
  const last = spanOf(goal, addDays(now.first, -1), ground.schedule);
  const known = ground.tallies.some(({ day }) => day <= last.first);
  return goal.period !== 'day' && known
    ? countIn(counts, daysOf(last))
    : meanOfPeriod(null, goal, ground);
}
