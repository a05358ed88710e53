import { i18n } from '#i18n';
import { Choice } from './Choice';

export interface UnaskedChoiceProps {
  readonly what: 'dials' | 'mails';
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether a used phone link, or a mail from the own mailbox, is asked about or counts by itself. */
export function UnaskedChoice({ what, on, onChange }: UnaskedChoiceProps) {
  return (
    <Choice
      label={i18n.t(`${what}.automatic`)}
      hint={i18n.t(`${what}.hint`)}
      on={on}
      onChange={onChange}
    />
  );
}
