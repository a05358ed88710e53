import { localItem } from './item';

/** Origins that are on and that the browser does not let us see. The worker writes it for the pages: they cannot ask. */
export const withheld = localItem('withheld', (stored): readonly string[] =>
  Array.isArray(stored) ? stored.filter((origin) => typeof origin === 'string') : [],
);
