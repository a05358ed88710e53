import { useRef, useState } from 'preact/hooks';

/** `stored` is said once it is so, and not before; `lost` when it could not be. */
export type Saving = 'no' | 'stored' | 'lost';

/** How it stands with what a form holds. What was changed since it was sent off is not what gets stored. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>('no');
  const turn = useRef(0);
  const underWay = useRef(false);

  /** The form holds something else now. */
  const changed = () => {
    turn.current += 1;
    setSaving('no');
  };
  /** Stores what the form holds. Nothing of what is pressed meanwhile: what is new would be stored twice. */
  const send = (store: () => Promise<unknown>) => {
    if (underWay.current) return;
    underWay.current = true;
    changed();
    const mine = turn.current;
    const ends = (saving: Saving) => () => {
      underWay.current = false;
      if (mine === turn.current) setSaving(saving);
    };
    void store().then(ends('stored'), ends('lost'));
  };
  return { saving, changed, send };
}
