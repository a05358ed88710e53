import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import type { Touches } from '../lib/domain/touches';
import { Ask } from './Ask';
import { holdsFocus } from './holdsFocus';
import { Icon } from './Icon';
import { kindTitle } from './kindTitle';
import { Question } from './Question';
import type { OpenQuestion, RecordOnScreen } from './sidebar';
import { touchesText } from './touchesText';

export interface LogRowProps {
  readonly record: RecordOnScreen | null;
  readonly touches?: Touches | null | undefined;
  readonly again: ActionKind | null;
  /** One at a time, and not while `again` is asked. */
  readonly questions: readonly OpenQuestion[];
  readonly onAnswer: (id: string, yes: boolean) => void;
  readonly onLog: (kind: ActionKind) => void;
  readonly onAgain: (yes: boolean) => void;
}

const onPerson = ['call', 'email', 'connection', 'message', 'meeting'] as const;
const elsewhere = ['call', 'email', 'message', 'meeting', 'note'] as const;

/** One click logs what no page can confirm. A question lies over its title, so that nothing moves for it. */
export function LogRow({
  record,
  touches,
  again,
  questions,
  onAnswer,
  onLog,
  onAgain,
}: LogRowProps) {
  const [question] = questions;
  const kinds = record === 'person' ? onPerson : elsewhere;
  const title = record ? i18n.t('log.for', [i18n.t(`record.${record}`)]) : i18n.t('log.title');
  const row = useRef<HTMLDivElement>(null);
  const asked = useRef(again);
  const held = useRef(false);
  useLayoutEffect(() => {
    // To the harmless answer, and back to the button that asked: whoever works by keyboard hears the question.
    const target = again ? '.ask .yes + button' : `[data-kind="${asked.current ?? ''}"]`;
    const moves = held.current || holdsFocus(row.current);
    if (asked.current !== again && moves) row.current?.querySelector<HTMLElement>(target)?.focus();
    held.current = false;
    asked.current = again;
  }, [again]);
  return (
    <div class="log" role="group" aria-label={title} ref={row}>
      {/* With a second line the first stands higher: drawn anew instead of moved, moves can be observed. */}
      <p key={String(!!touches)}>
        <span>{title}</span>
        {touches && <small>{touchesText(touches)}</small>}
      </p>
      {again ? (
        <Ask
          key={again}
          text={i18n.t('log.again', [kindTitle(again, 1)])}
          yes={i18n.t('log.yes')}
          no={i18n.t('log.no')}
          onAnswer={(yes) => {
            held.current = holdsFocus(row.current);
            onAgain(yes);
          }}
        />
      ) : (
        question && (
          <Question
            key={question.id}
            question={question}
            more={questions.length - 1}
            onAnswer={onAnswer}
          />
        )
      )}
      <div class="keys">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            data-kind={kind}
            onClick={() => {
              onLog(kind);
            }}
          >
            <Icon name={kind} />
            <span>{kind === 'connection' ? i18n.t('log.connect') : kindTitle(kind, 1)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
