import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

const record = (object: string) => inPath(new RegExp(`^/object/${object}/([\\da-f-]{36})`));

/** Twenty, by its addresses. Its controls have no attribute that lasts (source of 2026). */
export const twenty = recordsOnly({
  id: 'twenty',
  label: 'Twenty',
  matches: ['https://*.twenty.com/*'],
  // What its server writes into each page that it serves (vendor's source).
  marks: ['script#twenty-env-config'],
  records: {
    contact: record('person'),
    company: record('company'),
    opportunity: record('opportunity'),
  },
});

const crm = 'https://acme.twenty.com';
const id = '0a1b2c3d-0000-4000-8000-000000000001';

export const twentyExamples: Examples = {
  contact: [`${crm}/object/person/${id}`, `https://crm.example.com/object/person/${id}`],
  company: [`${crm}/object/company/${id}`],
  opportunity: [`${crm}/object/opportunity/${id}`],
  elsewhere: [`${crm}/objects/people`],
};
