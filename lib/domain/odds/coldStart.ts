import type { ActionKind } from '../action';

/** A published figure: other people's, and to be shown as theirs. */
export interface Published {
  /** Actions on a workday. */
  readonly perDay: number;
  /** Who says so. */
  readonly source: string;
}

const workdaysOfWeek = 5;
const workdaysOfMonth = 21;

const published: Partial<Record<ActionKind, Published>> = {
  // A worked example: 400 dials and 400 emails a week.
  call: { perDay: 400 / workdaysOfWeek, source: 'nathanprats.com' },
  email: { perDay: 400 / workdaysOfWeek, source: 'nathanprats.com' },
  // Outbound: 12 to 15 qualified meetings a month.
  meeting: { perDay: 13.5 / workdaysOfMonth, source: 'marketbetter.ai' },
};

/**
 * What others do on a workday of any of these kinds together; null when nothing is published about one of them, since
 * the rest would be too little.
 *
 * @example publishedFor(['meeting']) // { perDay: 0.64…, sources: ['marketbetter.ai'] }
 */
export function publishedFor(
  kinds: readonly ActionKind[],
): { readonly perDay: number; readonly sources: readonly string[] } | null {
  const figures = kinds.map((kind) => published[kind]);
  if (!figures.every((figure) => figure !== undefined)) return null;
  return {
    perDay: figures.reduce((sum, { perDay }) => sum + perDay, 0),
    sources: [...new Set(figures.map(({ source }) => source))],
  };
}
