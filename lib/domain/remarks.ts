import type { ActionKind } from './action';
import { isAmount, unitsFor, type Amount } from './amount';
import { isOutcome, tagsFor, type Tag } from './tags';

/** What the rep says about an action beside that it was done: how good it was, or how much. Neither a name nor a text. */
export interface Remarks {
  /** None without it. */
  readonly tags?: readonly Tag[];
  readonly amount?: Amount;
}

/** All that is said about one action from now on. */
export interface Said {
  readonly remarks: Remarks;
  /** A line of the rep's own; empty takes it back. */
  readonly words: string;
}

/**
 * Whether an action of a kind can have all of these remarks at once.
 *
 * @example fitting({ tags: ['connected', 'senior'] }, 'call') === true
 * @example fitting({ tags: ['connected', 'voicemail'] }, 'call') === false
 */
export function fitting({ tags = [], amount }: Remarks, kind: ActionKind): boolean {
  const possible = tagsFor(kind);
  return (
    tags.every((tag) => possible.includes(tag)) &&
    new Set(tags).size === tags.length &&
    tags.filter(isOutcome).length <= 1 &&
    (!amount || (unitsFor(kind).includes(amount.unit) && isAmount(amount)))
  );
}

/** The remarks that a kind can have, and nothing where none is left. */
export function remarksFor(kind: ActionKind, { tags = [], amount }: Remarks): Remarks {
  const kept = tags.filter((tag) => tagsFor(kind).includes(tag));
  return {
    ...(kept.length > 0 && { tags: kept }),
    ...(amount && unitsFor(kind).includes(amount.unit) && { amount }),
  };
}
