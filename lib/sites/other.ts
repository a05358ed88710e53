import { recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** A page that no other site recognises. It has no name of its own; its address is shown. */
export const other = recordsOnly({ id: 'other', label: '', matches: [], records: {} });

export const otherExamples: Examples = { elsewhere: ['https://intranet.example.com/#/wiki'] };
