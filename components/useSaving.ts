import { useRef, useState } from 'preact/hooks';

/** `stored` is said once it is so, and not before; `lost` when it could not be. */
export type Saving = 'no' | 'stored' | 'lost';

/** How it stands with what a form holds. What was changed since it was sent off is not what gets stored. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>('no');
  const turn = useRef(0);
  /** The turn that is being stored. */
  const underWay = useRef<number>(null);

  /** The form holds something else now. */
  const changed = () => {
    turn.current += 1;
    setSaving('no');
  };
  /**
   * Stores what the form holds; pressed again meanwhile with nothing changed, it is not stored twice.
   *
   * @param store is told whether the form still holds what it was sent off with
   */
  const send = (store: (unchanged: () => boolean) => Promise<unknown>) => {
    if (underWay.current === turn.current) return;
    changed();
    const mine = turn.current;
    underWay.current = mine;
    const unchanged = () => mine === turn.current;
    const ends = (saving: Saving) => () => {
      if (underWay.current === mine) underWay.current = null;
      // What is lost is told of an earlier form, too, unless a newer one is on its way.
      if (unchanged() || (saving === 'lost' && underWay.current === null)) setSaving(saving);
    };
    void store(unchanged).then(ends('stored'), ends('lost'));
  };
  return { saving, changed, send };
}
