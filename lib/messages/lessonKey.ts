import type { Learnt } from '../domain/lesson';

/** Where a tab's lesson stands in the session's storage. */
export function lessonKey(tab: number): string {
  return `lesson ${String(tab)}`;
}

/** Lessons under way, by that key. */
export type Lessons = Readonly<
  Record<string, { readonly origin: string; readonly learnt?: Learnt }>
>;
