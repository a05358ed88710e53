import { localItem } from './item';

/** Whether a used `tel:` link counts as a call without asking. Off: a click is not a call. */
export const countDials = localItem('countDials', (stored) => stored === true);
