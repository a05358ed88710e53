import type { ActionKind } from './action';
import { touchKinds } from './touches';

/** What came of a call, at most one of them. */
export const callOutcomes = ['connected', 'unanswered', 'voicemail', 'declined'] as const;
/** With a VP or above; a next step was agreed; what was said is written down. */
export const qualities = ['senior', 'next', 'note'] as const;
export const tags = [...callOutcomes, ...qualities] as const;
/** What the rep says about the quality of an action. Neither a name nor a text. */
export type Tag = (typeof tags)[number];

/** What can be said about a kind: of a call all, of anything else only where somebody is at the other end. */
export function tagsFor(kind: ActionKind): readonly Tag[] {
  if (kind === 'call') return tags;
  return touchKinds.includes(kind) ? qualities : [];
}

export function isOutcome(text: string): boolean {
  return callOutcomes.some((outcome) => outcome === text);
}
