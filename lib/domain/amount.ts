import type { ActionKind } from './action';
import { isOwn } from './ownKinds';

export const units = ['minutes', 'pages'] as const;
export type Unit = (typeof units)[number];

/** How much one log is: half an hour of reading, or twelve pages. */
export interface Amount {
  /** Whole, 1 to 999. */
  readonly count: number;
  readonly unit: Unit;
}

export const mostAmount = 999;

/** What a kind is measured in; nothing where one is one. */
export function unitsFor(kind: ActionKind): readonly Unit[] {
  if (kind === 'learning') return units;
  return kind === 'networking' || isOwn(kind) ? ['minutes'] : [];
}

export function isAmount({ count }: Pick<Amount, 'count'>): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostAmount;
}

export function isUnit(text: string): text is Unit {
  return units.some((unit) => unit === text);
}
