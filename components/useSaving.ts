import { useRef, useState } from 'preact/hooks';

/** `stored` is said once it is so, and not before; `lost` when it could not be. */
export type Saving = 'no' | 'stored' | 'lost';

/** How it stands with what a form holds. What was changed since it was sent off is not what gets stored. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>('no');
  const turn = useRef(0);

  /** The form holds something else now. */
  const changed = () => {
    turn.current += 1;
    setSaving('no');
  };
  /** What the form holds is under way to where it is kept. */
  const sent = (stored: Promise<unknown>) => {
    changed();
    const mine = turn.current;
    const ends = (saving: Saving) => () => {
      if (mine === turn.current) setSaving(saving);
    };
    void stored.then(ends('stored'), ends('lost'));
  };
  return { saving, changed, sent };
}
