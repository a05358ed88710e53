import type { Page } from '../site';

/** Whatever else a site shows: on a page that nobody has described, phone and mail links are asked about as well. */
export const elsewhere: Page = { kind: 'elsewhere', test: () => true };
