import { localItem } from './item';

/** Whether a nudge may also be told by a notification. Off unless the rep turned it on. */
export const notify = localItem('notify', (stored) => stored === true);
