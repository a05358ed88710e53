import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';

export interface KindPickerProps {
  /** What the chosen kinds are called together. */
  readonly name: string;
  readonly kinds: readonly ActionKind[];
  /** A sentence; empty while all is well. */
  readonly problem: string;
  readonly onChange: (kinds: readonly ActionKind[]) => void;
}

/** Which kinds count towards a goal: one or more, in the order they were picked. */
export function KindPicker({ name, kinds, problem, onChange }: KindPickerProps) {
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    // Opened to show the problem, and then left alone: it must not snap shut on the click that solves it.
    if (problem && details.current) details.current.open = true;
  }, [problem]);
  return (
    <details class="kinds" ref={details}>
      <summary>{i18n.t('goals.counts', [name])}</summary>
      <div
        role="group"
        aria-label={i18n.t('goals.kinds')}
        {...(problem && { 'aria-describedby': id })}
      >
        {[...new Set([...kindsToPick(), ...kinds])].map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              {...(problem && { 'aria-invalid': 'true' as const })}
              onChange={(event) => {
                onChange(
                  event.currentTarget.checked
                    ? [...kinds, kind]
                    : kinds.filter((each) => each !== kind),
                );
              }}
            />
            {kindTitle(kind, 2)}
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" id={id}>
          {problem}
        </p>
      )}
    </details>
  );
}
