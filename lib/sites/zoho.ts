import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

const record = (tab: string) => inPath(new RegExp(`^/crm/(?:org\\d+/)?tab/${tab}/(\\d+)`));

/** Zoho CRM, by its addresses. Its save button is known, what confirms it is not. */
export const zoho = recordsOnly({
  id: 'zoho',
  label: 'Zoho CRM',
  matches: ['com', 'eu', 'in', 'com.au', 'jp', 'com.cn', 'sa'].map(
    (country) => `https://crm.zoho.${country}/*`,
  ),
  records: {
    contact: record('Contacts'),
    company: record('Accounts'),
    opportunity: record('Potentials'),
    lead: record('Leads'),
  },
});

const crm = 'https://crm.zoho.eu/crm/org20012345678/tab';

export const zohoExamples: Examples = {
  contact: [`${crm}/Contacts/5100000000000001`, 'https://crm.zoho.com/crm/tab/Contacts/51'],
  company: [`${crm}/Accounts/5100000000000002`],
  opportunity: [`${crm}/Potentials/5100000000000003`],
  lead: [`${crm}/Leads/5100000000000004`],
  elsewhere: [`${crm}/Leads/custom-view/51/list`, `${crm}/Home/begin`],
};
