export interface AskProps {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** A short question with its two answers, in place: nothing is covered and nothing waits for it. */
export function Ask({ text, yes, no, onAnswer }: AskProps) {
  return (
    <div
      class="ask"
      role="group"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer(false);
      }}
    >
      <p>{text}</p>
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
