import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import type { LessonStep } from '../lib/domain/lesson';
import { mostTaught } from '../lib/domain/taughtRule';
import { formatCount } from './formatCount';
import { Icon } from './Icon';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';
import { proofText } from './proofText';
import { textDirection } from './textDirection';

export interface TeachCardProps {
  readonly step: LessonStep;
  readonly onKind: (kind: ActionKind) => void;
  readonly onChoose: (index: number) => void;
  readonly onSave: () => void;
  readonly onAgain: () => void;
  readonly onCountThis: () => void;
  readonly onLeave: () => void;
}

/** Teaching a button, on the page: nothing is typed here. */
export function TeachCard({ step, ...hands }: TeachCardProps) {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // While the rep points and presses, the focus belongs to the page.
    const typing = document.activeElement?.matches('input, textarea, [contenteditable]') === true;
    if (step.at === 'kind' || (step.at === 'prove' && !typing) || step.at === 'done')
      card.current?.querySelector<HTMLElement>('.steps button, .steps input:checked')?.focus();
  }, [step.at]);
  return (
    <aside
      class="fh teach"
      dir={textDirection()}
      aria-label={i18n.t('teach.title')}
      ref={card}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hands.onLeave();
      }}
    >
      <header>
        <Icon name="peak" />
        <b>{i18n.t('teach.title')}</b>
        <button type="button" class="link" onClick={hands.onLeave}>
          {i18n.t(step.at === 'done' ? 'teach.close' : 'teach.leave')}
        </button>
      </header>
      <p role="status">{leadOf(step)}</p>
      <div class="steps">{bodyOf(step, hands)}</div>
    </aside>
  );
}

function leadOf(step: LessonStep): string {
  switch (step.at) {
    case 'point':
      return i18n.t(`teach.${step.problem ?? 'point'}`);
    case 'kind':
      return i18n.t('teach.kind');
    case 'do':
      if (step.refused) return i18n.t('teach.refused');
      return i18n.t(step.pressed ? 'teach.watching' : 'teach.do');
    case 'prove':
      return i18n.t(step.ways.length > 1 ? 'teach.prove' : 'teach.nothing');
    case 'done':
      return i18n.t(step.asks ? 'teach.asks' : 'teach.counts', [kindTitle(step.kind, 1)]);
    default:
      return step satisfies never;
  }
}

function bodyOf(step: LessonStep, hands: Omit<TeachCardProps, 'step'>) {
  switch (step.at) {
    case 'point':
      return <p class="soft">{i18n.t('teach.keys')}</p>;
    case 'kind':
      return (
        <ul class="kinds">
          {kindsToPick().map((kind) => (
            <li key={kind}>
              <button
                type="button"
                onClick={() => {
                  hands.onKind(kind);
                }}
              >
                {kindTitle(kind, 1)}
              </button>
            </li>
          ))}
        </ul>
      );
    case 'do':
      return null;
    case 'prove': {
      const way = step.ways[step.chosen];
      return (
        <>
          <div role="radiogroup" aria-label={i18n.t('teach.prove')}>
            {step.ways.map(({ proofs }, index) => (
              <label key={index}>
                <input
                  type="radio"
                  name="way"
                  checked={index === step.chosen}
                  onChange={() => {
                    hands.onChoose(index);
                  }}
                />
                {proofText(proofs)}
              </label>
            ))}
          </div>
          <p class="soft">
            {i18n.t('teach.would', step.pressed, [
              formatCount(way?.presses ?? 0),
              formatCount(step.pressed),
            ])}
          </p>
          {step.everySave && <p class="soft">{i18n.t('teach.everySave')}</p>}
          {step.problem && (
            <p class="problem" role="alert">
              {step.problem === 'full'
                ? i18n.t('teach.problem.full', [formatCount(mostTaught)])
                : i18n.t('teach.problem.refused')}
            </p>
          )}
          <span class="acts">
            <button type="button" class="go" onClick={hands.onSave}>
              {i18n.t('teach.save')}
            </button>
            <button type="button" onClick={hands.onAgain}>
              {i18n.t('teach.again')}
            </button>
          </span>
        </>
      );
    }
    case 'done':
      return (
        <>
          {step.onlyHere && <p class="soft">{i18n.t('teach.onlyHere')}</p>}
          <p class="soft">{i18n.t('teach.where')}</p>
          <span class="acts">
            {step.counted ? (
              <p role="status">{i18n.t('teach.countedThis')}</p>
            ) : (
              <button type="button" class="go" onClick={hands.onCountThis}>
                {i18n.t('teach.countThis')}
              </button>
            )}
          </span>
        </>
      );
    default:
      return step satisfies never;
  }
}
