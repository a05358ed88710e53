import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

const record = (object: string) => inPath(new RegExp(`^/[^/]+/${object}/record/([\\da-f-]{36})`));

/** Attio, by its addresses. Nothing is known of its controls. */
export const attio = recordsOnly({
  id: 'attio',
  label: 'Attio',
  matches: ['https://app.attio.com/*'],
  records: {
    contact: record('person'),
    company: record('company'),
    opportunity: record('deals'),
  },
});

const crm = 'https://app.attio.com/acme';
const id = '0a1b2c3d-0000-4000-8000-000000000001';

export const attioExamples: Examples = {
  contact: [`${crm}/person/record/${id}/overview`],
  company: [`${crm}/company/record/${id}`],
  opportunity: [`${crm}/deals/record/${id}`],
  elsewhere: [`${crm}/home`],
};
