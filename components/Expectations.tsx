import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import {
  checkExpectations,
  expectationReasons,
  mostExpected,
  type Expectation,
  type ExpectationProblem,
  type ExpectationReason,
} from '../lib/domain/expectation';
import { dayText } from './dayText';
import { formatPercent } from './formatPercent';
import { NumberField } from './NumberField';
import { problemText } from './problemText';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

export interface ExpectationsProps {
  readonly expectations: readonly Expectation[];
  readonly onChange: (expectations: readonly Expectation[]) => void;
}

const empty = { percent: '', reason: '' as ExpectationReason | '', first: '', last: '' };

/** What history cannot know: days on which more or less is to be expected, and why. */
export function Expectations({ expectations, onChange }: ExpectationsProps) {
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const id = useId();
  const added: Expectation = {
    ...draft,
    percent: draft.percent === '' ? NaN : Number(draft.percent),
    // Without one it is refused by the check, which is why it may get that far.
    reason: draft.reason as ExpectationReason,
  };
  const found = checkExpectations([...expectations, added]);
  const problem = (...codes: readonly ExpectationProblem[]) => {
    const code = tried ? codes.find((each) => found[each]) : undefined;
    return code ? problemText(code) : '';
  };
  const change = (changes: Partial<typeof empty>) => {
    setDraft({ ...draft, ...changes });
  };
  return (
    <fieldset>
      <legend>{i18n.t('expect.title')}</legend>
      <p class="hint">{i18n.t('expect.hint')}</p>
      {expectations.length > 0 && (
        <ul class="chips">
          {expectations.map((each) => {
            const text = expectationText(each);
            return (
              <li key={text}>
                {text}
                <button
                  type="button"
                  class="link"
                  aria-label={i18n.t('schedule.removeOf', [text])}
                  onClick={() => {
                    onChange(expectations.filter((other) => other !== each));
                  }}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div class="fields">
        <NumberField
          id={`${id}p`}
          label={i18n.t('expect.percent')}
          min={-mostExpected}
          max={mostExpected}
          value={draft.percent}
          problem={problem('expectation-out-of-range')}
          onInput={(percent) => {
            change({ percent });
          }}
        />
        <SelectField
          id={`${id}r`}
          label={i18n.t('expect.reason')}
          value={draft.reason}
          options={[
            ['', i18n.t('expect.choose')],
            ...expectationReasons.map((each) => [each, i18n.t(`expect.${each}`)] as const),
          ]}
          problem={problem('expectation-without-reason')}
          onChange={(reason) => {
            change({ reason });
          }}
        />
        <TextField
          id={`${id}f`}
          type="date"
          label={i18n.t('goals.first')}
          value={draft.first}
          problem={problem('expectation-not-days')}
          onInput={(first) => {
            change({ first });
          }}
        />
        <TextField
          id={`${id}l`}
          type="date"
          label={i18n.t('goals.last')}
          value={draft.last}
          problem={problem('expectation-ends-before-start', 'expectations-overlap')}
          onInput={(last) => {
            change({ last });
          }}
        />
      </div>
      <button
        type="button"
        onClick={() => {
          const possible = !Object.values(found).some(Boolean);
          setTried(!possible);
          if (!possible) return;
          onChange([...expectations, added].sort((a, b) => (a.first < b.first ? -1 : 1)));
          setDraft(empty);
        }}
      >
        {i18n.t('expect.add')}
      </button>
    </fieldset>
  );
}

/** "+20%, a new list, Wed, Nov 25, 2026 to Fri, Dec 4, 2026". */
function expectationText({ percent, reason, first, last }: Expectation): string {
  return i18n.t('expect.one', [
    formatPercent(percent),
    i18n.t(`expect.${reason}`),
    dayText(first, 'full'),
    dayText(last, 'full'),
  ]);
}
