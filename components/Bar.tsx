import type { ComponentChildren } from 'preact';
import { numbersHidden } from './hiddenNumbers';

export interface BarProps {
  readonly name: string;
  /** Before the name. */
  readonly mark?: ComponentChildren;
  /** "7 of 20". */
  readonly count: string;
  /** For who points at it. */
  readonly hint?: string;
  /** "2 ahead"; empty for none. */
  readonly pill: string;
  readonly pillTone?: string;
  readonly pillHint?: string | undefined;
  readonly tone: string;
  readonly most: number;
  readonly now: number;
  /** What is said of it to who cannot see it; empty parts are left out. */
  readonly told: readonly (string | false | undefined)[];
  /** What is drawn in it. */
  readonly children: ComponentChildren;
}

/** A line of words and a bar: how much there is of something. */
export function Bar(props: BarProps) {
  const { name, mark, count, pill, most, now } = props;
  return (
    <>
      <div class="row">
        {mark}
        <b key={`${name} ${String(!!mark)}`} title={name}>
          {name}
        </b>
        <span key={`${name} ${count} ${pill}`} title={props.hint}>
          {count}
        </span>
        {pill && (
          <span class={`chip ${props.pillTone ?? ''}`} key={`pill ${pill}`} title={props.pillHint}>
            {pill}
          </span>
        )}
      </div>
      {numbersHidden() ? (
        <div class="bar" />
      ) : (
        <div
          class={`bar ${props.tone}`}
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={most}
          aria-valuenow={Math.min(now, most)}
          aria-valuetext={props.told.filter(Boolean).join(', ')}
        >
          {props.children}
        </div>
      )}
    </>
  );
}
