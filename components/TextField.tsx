import { longestText } from '../lib/domain/terms';
import { Field } from './Field';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  /** A sentence; empty while all is well. */
  readonly problem?: string;
  readonly hint?: string;
  readonly onInput: (value: string) => void;
}

/** A labelled line of text, or a date. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, type = 'text', problem = '', hint = '' } = props;
  const typed = (event: { readonly currentTarget: HTMLInputElement }) => {
    props.onInput(event.currentTarget.value);
  };
  return (
    <Field id={id} label={label} problem={problem} hint={hint}>
      {(field) =>
        type === 'date' ? (
          <input {...field} type="date" value={value} onInput={typed} />
        ) : (
          <input {...field} type="text" maxLength={longestText} value={value} onInput={typed} />
        )
      }
    </Field>
  );
}
