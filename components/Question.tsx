import { i18n } from '#i18n';
import { Ask } from './Ask';
import { formatCount } from './formatCount';
import { kindTitle } from './kindTitle';
import type { OpenQuestion } from './sidebar';

export interface QuestionProps {
  readonly question: OpenQuestion;
  /** So many wait behind it. */
  readonly more?: number;
  readonly onAnswer: (id: string, yes: boolean) => void;
}

/** "Called?" A click on a link is not a call, and only the rep knows. */
export function Question({ question: { id, kind }, more = 0, onAnswer }: QuestionProps) {
  const text =
    kind === 'call' || kind === 'email' || kind === 'message'
      ? i18n.t(`question.${kind}`)
      : i18n.t('question.other', [kindTitle(kind, 1)]);
  return (
    <Ask
      text={text}
      note={more > 0 ? i18n.t('goal.more', more, [formatCount(more)]) : ''}
      yes={i18n.t('question.yes')}
      no={i18n.t('question.no')}
      onAnswer={(yes) => {
        onAnswer(id, yes);
      }}
    />
  );
}
