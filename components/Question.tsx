import { i18n } from '#i18n';
import { Ask } from './Ask';
import { kindTitle } from './kindTitle';
import type { OpenQuestion } from './sidebar';

export interface QuestionProps {
  readonly question: OpenQuestion;
  readonly onAnswer: (id: string, yes: boolean) => void;
}

/** "Called?" A click on a link is not a call, and only the rep knows. */
export function Question({ question: { id, kind }, onAnswer }: QuestionProps) {
  const text =
    kind === 'call' || kind === 'email' || kind === 'message'
      ? i18n.t(`question.${kind}`)
      : i18n.t('question.other', [kindTitle(kind, 1)]);
  return (
    <Ask
      text={text}
      yes={i18n.t('question.yes')}
      no={i18n.t('question.no')}
      onAnswer={(yes) => {
        onAnswer(id, yes);
      }}
    />
  );
}
