import { localItem } from './item';

/** Whether every surface shows shapes in place of numbers: somebody else may be looking at this screen. */
export const hideNumbers = localItem('hideNumbers', (stored) => stored === true);
