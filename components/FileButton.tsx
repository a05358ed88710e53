import { useRef } from 'preact/hooks';

export interface FileButtonProps {
  readonly label: string;
  readonly onOpen: (file: File) => void;
}

/** Opens a JSON file of the rep's. */
export function FileButton({ label, onOpen }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        class="hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onOpen(file);
          // The same file may be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
