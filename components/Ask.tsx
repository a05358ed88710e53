export interface AskProps {
  readonly text: string;
  /** Less important than the question. */
  readonly note?: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** A short question with its two answers, laid over the line it belongs to: nothing moves and nothing waits for it. */
export function Ask({ text, note = '', yes, no, onAnswer }: AskProps) {
  return (
    <div
      class="ask"
      role="group"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer(false);
      }}
    >
      <p>
        {text}
        {note && <small> {note}</small>}
      </p>
      <span>
        <button
          type="button"
          class="yes"
          onClick={() => {
            onAnswer(true);
          }}
        >
          {yes}
        </button>
        <button
          type="button"
          onClick={() => {
            onAnswer(false);
          }}
        >
          {no}
        </button>
      </span>
    </div>
  );
}
