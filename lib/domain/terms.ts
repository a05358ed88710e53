import type { DayKey } from './day';
import type { Family } from './family';
import type { Hold } from './hold';
import type { Ramp } from './ramp';
import type { Trial } from './rangeCredit';

/** What the rep settled about a goal beside the number. Every part is optional: old goals have none of them. */
export interface Terms {
  /** Whose number it is; the rep's own without it. The two are drawn side by side and never mixed. */
  readonly layer?: 'company' | 'mine';
  /** Without it the kinds say. */
  readonly family?: Family;
  /** The objective it serves, in the rep's words. */
  readonly objective?: string;
  /** Who sees to it. */
  readonly owner?: string;
  /** What the rep promises: "the first hour is for calls". */
  readonly commitment?: string;
  /** What the rep gives themselves for reaching it. */
  readonly reward?: string;
  readonly agreed?: Agreement;
  /** Put aside: kept in the list, asks for nothing. */
  readonly parked?: true;
  /** Begins once the goal above it is reached in its period. */
  readonly afterPrevious?: true;
  /** The first day that counts. The period that it is in asks for its part only. */
  readonly starts?: DayKey;
  readonly hold?: Hold;
  readonly ramp?: Ramp;
  readonly trial?: Trial;
  readonly stretch?: AcceptedStretch;
  /** What the rep wants to have done by each checkpoint: a plan of their own, in whole actions. */
  readonly bites?: readonly Bite[];
  /** What will be different, chosen when the target was raised by more than 10 %. */
  readonly change?: Change;
  /** Why the target was lowered, and from what. */
  readonly lowered?: Lowering;
  /** Minutes that one of them takes. */
  readonly minutes?: number;
  /** What one of them is worth, in any unit that the rep uses for all goals. */
  readonly worth?: number;
}

export interface Agreement {
  readonly with: string;
  readonly on: DayKey;
}

export interface Bite {
  /** Minute of the checkpoint. */
  readonly at: number;
  /** Whole actions, 0 or more. */
  readonly count: number;
}

/** 125 % that the rep said yes to, for the period that began on a day. */
export interface AcceptedStretch {
  readonly first: DayKey;
}

export const changes = ['list', 'script', 'hours', 'tool'] as const;
export type Change = (typeof changes)[number];

export interface Lowering {
  /** When it was decided. */
  readonly on: DayKey;
  readonly from: number;
  readonly reason: string;
}

/** Texts of the rep are kept to so many characters. */
export const longestText = 200;

const names: Record<keyof Terms, true> = {
  layer: true,
  family: true,
  objective: true,
  owner: true,
  commitment: true,
  reward: true,
  agreed: true,
  parked: true,
  afterPrevious: true,
  starts: true,
  hold: true,
  ramp: true,
  trial: true,
  stretch: true,
  bites: true,
  change: true,
  lowered: true,
  minutes: true,
  worth: true,
};

/** A goal's terms alone. */
export function termsOf(goal: Terms): Terms {
  return Object.fromEntries(Object.entries(goal).filter(([name]) => name in names));
}
