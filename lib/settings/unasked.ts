import { localItem } from './item';

/** What a rep may let count by itself, by the end of its rules' ids: a used phone link, a mail from the own mailbox. */
export type Unasked = '/tel' | '/mailbox';

/**
 * What counts without a question. Nothing at first: a click is not a call, and a mail need not be for a prospect. Earlier
 * builds knew phone links alone, and kept `true`.
 */
export const unasked = localItem<readonly string[]>('countDials', (stored) =>
  stored === true ? ['/tel'] : Array.isArray(stored) ? (stored as string[]) : [],
);
