import type { ComponentChildren } from 'preact';

/** What the input of a field has to carry so that label and problem belong to it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** A sentence; empty while all is well. */
  readonly problem?: string;
  readonly hint?: string;
  readonly children: (input: FieldInput) => ComponentChildren;
}

/** A label, its input and, where something is wrong, the sentence that says what. */
export function Field({ id, label, problem = '', hint = '', children }: FieldProps) {
  const note = problem || hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        ...(problem && { 'aria-invalid': 'true' as const }),
        ...(note && { 'aria-describedby': `${id}-note` }),
      })}
      {note && (
        <p id={`${id}-note`} class={problem ? 'problem' : 'hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
