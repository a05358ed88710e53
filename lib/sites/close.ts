import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** Close, by its addresses. Nothing is known of its controls. */
export const close = recordsOnly({
  id: 'close',
  label: 'Close',
  matches: ['https://app.close.com/*'],
  records: { lead: inPath(/^\/lead\/(lead_\w+)/) },
});

export const closeExamples: Examples = {
  lead: ['https://app.close.com/lead/lead_Abc123/'],
  elsewhere: ['https://app.close.com/leads/'],
};
