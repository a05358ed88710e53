import { inHash, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** Copper, by its addresses. Nothing is known of its controls. */
export const copper = recordsOnly({
  id: 'copper',
  label: 'Copper',
  matches: ['https://app.copper.com/*'],
  records: {
    contact: inHash(/^#\/(?:contact|people)\/(\d+)/),
    company: inHash(/^#\/organization\/(\d+)/),
    opportunity: inHash(/^#\/deal\/(\d+)/),
  },
});

const crm = 'https://app.copper.com/companies/100001/app#';

export const copperExamples: Examples = {
  contact: [`${crm}/contact/17`, `${crm}/people/17`],
  company: [`${crm}/organization/4`],
  opportunity: [`${crm}/deal/230`],
  elsewhere: [`${crm}/feed`],
};
