import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** monday CRM, by its addresses: what an item is, a contact or a deal, its board says and the address does not. */
export const monday = recordsOnly({
  id: 'monday',
  label: 'monday CRM',
  matches: ['https://*.monday.com/*'],
  records: { item: inPath(/^\/boards\/\d+\/(?:views\/\d+\/)?pulses\/(\d+)/) },
});

const crm = 'https://acme.monday.com/boards/1000000001';

export const mondayExamples: Examples = {
  item: [`${crm}/pulses/2000000001`, `${crm}/views/3000000001/pulses/2000000001`],
  elsewhere: [crm],
};
