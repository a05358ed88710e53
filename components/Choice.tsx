export interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  /** A sentence; empty while all is well. */
  readonly problem?: string;
  readonly on: boolean;
  /** Not the rep's to change. */
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** One setting that is on or off, and what that means. */
export function Choice({ label, hint, problem = '', on, disabled = false, onChange }: ChoiceProps) {
  return (
    <div class="editor">
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {label}
      </label>
      <p class="hint">{hint}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
