import { i18n } from '#i18n';
import type { Unasked } from '../lib/settings/unasked';
import { Choice } from './Choice';

export interface UnaskedChoiceProps {
  readonly what: Unasked;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether a used phone link, or a mail from the own mailbox, is asked about or counts by itself. */
export function UnaskedChoice({ what, on, onChange }: UnaskedChoiceProps) {
  const topic = what === '/tel' ? 'dials' : 'mails';
  return (
    <Choice
      label={i18n.t(`${topic}.automatic`)}
      hint={i18n.t(`${topic}.hint`)}
      on={on}
      onChange={onChange}
    />
  );
}
