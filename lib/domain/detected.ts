import type { ActionKind, Evidence, Via } from './action';
import { newOccurrence } from './occurrence';
import type { Remarks } from './remarks';

/**
 * What a page (or the rep's click on a log button) reports. It is made where it happened, so that a retry is the same
 * action; the recorder turns it into one journal row a kind.
 */
export interface DetectedAction extends Remarks {
  /** Random, made once: the rows' ids are `occurrence/kind`. */
  readonly occurrence: string;
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  /** When the hand moved, UTC ms. */
  readonly at: number;
  /** Minutes east of UTC on this machine at `at`. */
  readonly offset: number;
  readonly site: string;
  readonly via: Via;
  readonly evidence: Evidence;
  readonly rule?: string;
  /**
   * `contact/17`, unhashed: the recorder salts and hashes it before anything is stored. Where the page shows that two
   * names are of one record, both, with a space between: `profile/test-person-1 lead/ACwAATEST000001`.
   */
  readonly subject?: string | undefined;
  /** The other names of the record, once the recorder has told them apart. */
  readonly also?: readonly string[];
  /** The deed and thing that may count only once (`atomic/task 12`), unhashed, and how often. */
  readonly once?: { readonly key: string; readonly per: 'day' | 'ever' } | undefined;
  /** Takes back what was counted under `once.key`, instead of counting. */
  readonly reverses?: true | undefined;
}

/** Minutes east of UTC on this machine at a time (UTC ms). */
export function offsetHere(at: number): number {
  return 0 - new Date(at).getTimezoneOffset();
}

/** What the rep says outside of any site: in one of our own pages, by a key, in a notification. */
export function loggedByHand(kind: ActionKind, at: number, remarks: Remarks = {}): DetectedAction {
  return {
    occurrence: newOccurrence(),
    kinds: [kind],
    at,
    offset: offsetHere(at),
    site: 'foothold',
    via: 'manual',
    evidence: 'said',
    ...remarks,
  };
}
