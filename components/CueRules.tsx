import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import {
  cueProblem,
  mostAtOnce,
  mostCues,
  type Cue,
  type CueProblem,
} from '../lib/domain/nudge/cue';
import { formatCount } from './formatCount';
import { hostOf } from './hostOf';
import { kindName } from './kindName';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';
import { NumberField } from './NumberField';
import { SelectField } from './SelectField';

export interface CueRulesProps {
  readonly cues: readonly Cue[];
  /** Addresses of the rep's that are on: `https://mail.example.com`. */
  readonly sites: readonly string[];
  readonly onAdd: (cue: Omit<Cue, 'id'>) => void;
  readonly onRemove: (id: string) => void;
}

/** The rep's own if-then rules: "When I open mail.example.com: 3 calls first". */
export function CueRules({ cues, sites, onAdd, onRemove }: CueRulesProps) {
  const id = useId();
  const free = sites.filter((site) => !cues.some(({ origin }) => origin === site));
  const [chosen, setChosen] = useState('');
  const [count, setCount] = useState('3');
  const [kind, setKind] = useState<ActionKind>('call');
  const [problem, setProblem] = useState<CueProblem | null>(null);
  const origin = sites.includes(chosen) ? chosen : (free[0] ?? sites[0] ?? '');

  function add() {
    const cue = { origin, count: Number(count), kind };
    const found = cueProblem(cue, cues, sites);
    setProblem(found);
    if (!found) onAdd(cue);
  }
  return (
    <div class="editor">
      <h3>{i18n.t('cues.title')}</h3>
      <p class="hint">{i18n.t('cues.hint')}</p>
      <ul class="cards">
        {cues.map((cue) => (
          <li key={cue.id} class="site">
            <span>{cueText(cue)}</span>
            <button
              type="button"
              class="link"
              aria-label={i18n.t('cues.removeOf', [cueText(cue)])}
              onClick={() => {
                setProblem(null);
                onRemove(cue.id);
              }}
            >
              {i18n.t('cues.remove')}
            </button>
            {!sites.includes(cue.origin) && <p class="hint">{i18n.t('cues.waits')}</p>}
          </li>
        ))}
      </ul>
      {sites.length === 0 ? (
        <p>{i18n.t('cues.noSites')}</p>
      ) : (
        <form
          class="fields short"
          noValidate
          aria-label={i18n.t('cues.add')}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <SelectField
            id={`${id}-site`}
            label={i18n.t('cues.site')}
            value={origin}
            options={sites.map((site) => [site, hostOf(site)] as const)}
            problem={problem === null || problem === 'count' ? '' : problemText(problem)}
            onChange={(site) => {
              setProblem(null);
              setChosen(site);
            }}
          />
          <NumberField
            id={`${id}-count`}
            label={i18n.t('cues.count')}
            value={count}
            min={1}
            max={mostAtOnce}
            problem={problem === 'count' ? problemText(problem) : ''}
            onInput={(value) => {
              setProblem(null);
              setCount(value);
            }}
          />
          <SelectField
            id={`${id}-kind`}
            label={i18n.t('cues.kind')}
            value={kind}
            options={kindsToPick().map((one) => [one, kindTitle(one, 2)] as const)}
            onChange={setKind}
          />
          <button type="submit" class="go">
            {i18n.t('cues.add')}
          </button>
        </form>
      )}
    </div>
  );
}

function cueText({ origin, count, kind }: Cue): string {
  const what = `${formatCount(count)} ${kindName(kind, count)}`;
  return i18n.t('cues.rule', [hostOf(origin), what]);
}

function problemText(problem: CueProblem): string {
  switch (problem) {
    case 'no-site':
      return i18n.t('cues.problem.site');
    case 'count':
      return i18n.t('cues.problem.count', [formatCount(mostAtOnce)]);
    case 'taken':
      return i18n.t('cues.problem.taken');
    case 'too-many':
      return i18n.t('cues.problem.many', [formatCount(mostCues)]);
  }
}
