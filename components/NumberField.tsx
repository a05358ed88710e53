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
  /** A slider below the number, from `min` to `end`; what is typed may lie beyond. */
  readonly slide?: { readonly label: string; readonly end: number };
  readonly onInput: (value: string) => void;
  readonly onBlur?: (value: string) => void;
}

/** A labelled number, as it is typed: an empty or unreadable one is left to whoever asked for it. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, value, problem = '', hint = '', min = 0, max, step = 1, slide } = props;
  const at = Math.max(min, Number(value) || 0);
  return (
    <Field id={id} label={label} problem={problem} hint={hint}>
      {(field) => (
        <>
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
          {slide && (
            <input
              type="range"
              aria-label={slide.label}
              min={min}
              max={slide.end}
              value={Math.min(at, slide.end)}
              {...(at > slide.end && { 'aria-valuetext': value })}
              onInput={(event) => {
                props.onInput(event.currentTarget.value);
              }}
            />
          )}
        </>
      )}
    </Field>
  );
}
