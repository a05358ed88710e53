import { i18n } from '#i18n';
import { Choice } from './Choice';

export interface DialsQuestionProps {
  readonly automatic: boolean;
  readonly onChange: (automatic: boolean) => void;
}

/** Whether a used phone link is asked about, or counts by itself. */
export function DialsQuestion({ automatic, onChange }: DialsQuestionProps) {
  return (
    <Choice
      label={i18n.t('dials.automatic')}
      hint={i18n.t('dials.hint')}
      on={automatic}
      onChange={onChange}
    />
  );
}
