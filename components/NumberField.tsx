import { Field } from './Field';

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** A sentence; empty while all is well. */
  readonly problem?: string;
  readonly hint?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
  readonly onInput: (value: string) => void;
  readonly onBlur?: (value: string) => void;
}

/** A labelled number, as it is typed: an empty or unreadable one is left to whoever asked for it. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, value, problem = '', hint = '', min = 0, max, step = 1 } = props;
  return (
    <Field id={id} label={label} problem={problem} hint={hint}>
      {(field) => (
        <input
          {...field}
          type="number"
          inputMode={step === 1 ? 'numeric' : 'decimal'}
          min={min}
          {...(max !== undefined && { max })}
          step={step}
          value={value}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
          }}
          onBlur={(event) => {
            props.onBlur?.(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
