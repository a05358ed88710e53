import type { ActionKind } from './action';
import type { Proof, TaughtRule } from './taughtRule';

/** Why what the rep points at cannot be taught: not to be told from others, in a closed part of the page, or counted already. */
export type PointProblem = 'many' | 'hidden' | 'known';

/** One way to tell that a press did its work: what has to show, and how many of the presses it would have counted. */
export interface Proposal {
  readonly proofs: readonly [Proof, ...Proof[]];
  readonly presses: number;
}

/**
 * What keeps a lesson from beginning: Foothold is off there, the company wants nothing in the page, the browser keeps the
 * page to itself, or the page is older than the Foothold that would teach in it.
 */
export const noLessons = ['off', 'company', 'closed', 'stale'] as const;
export type NoLesson = (typeof noLessons)[number];

/** What became of a rule that the rep has taught. */
export type Taught = 'saved' | 'full' | 'refused';

/** How far teaching a button has come. */
export type LessonStep =
  | { readonly at: 'point'; readonly problem?: PointProblem }
  | { readonly at: 'kind' }
  | { readonly at: 'do'; readonly pressed: boolean; readonly refused: boolean }
  | {
      readonly at: 'prove';
      /** The surest first; the last is to be asked each time. */
      readonly ways: readonly Proposal[];
      readonly chosen: number;
      readonly pressed: number;
      /** Of its form every save will count, whatever was changed in it. */
      readonly everySave: boolean;
      readonly problem?: Exclude<Taught, 'saved'>;
    }
  | {
      readonly at: 'done';
      readonly kind: ActionKind;
      readonly asks: boolean;
      /** It holds at this one address. */
      readonly onlyHere: boolean;
      /** The press that taught it has been counted, too. */
      readonly counted: boolean;
    };

/** The last press of a page that is no more. Plain JSON: it crosses a page load. */
export interface LastPress {
  readonly href: string;
  /** UTC ms. */
  readonly at: number;
  readonly presses: number;
}

/** What a lesson has learnt so far. Plain JSON: it crosses a page load. */
export interface Learnt {
  /** How its button is found. */
  readonly button: string;
  readonly kind: ActionKind;
  /** Where it was, and among which fields. */
  readonly place: Pick<TaughtRule, 'place' | 'page' | 'beside'>;
  readonly press?: LastPress;
}
