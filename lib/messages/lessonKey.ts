import type { NamedKind } from '../domain/ownKinds';
import type { Learnt } from '../domain/lesson';

/** Where a tab's lesson stands in the session's storage. */
export function lessonKey(tab: number): string {
  return `lesson ${String(tab)}`;
}

/** Lessons under way, by that key. */
export type Lessons = Readonly<
  Record<string, { readonly origin: string; readonly learnt?: Learnt }>
>;

/** What a page has to know of its tab's lesson. */
export interface LessonState {
  readonly tab: number;
  readonly lesson: Lessons[string];
  /** Kinds of the rep's own, which may be taught as well. */
  readonly own: readonly NamedKind[];
}
