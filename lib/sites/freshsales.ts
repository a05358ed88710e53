import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

const record = (tab: string) => inPath(new RegExp(`^(?:/crm/sales)?/${tab}/(\\d+)`));

/** Freshsales, by its addresses. Nothing is known of its controls. */
export const freshsales = recordsOnly({
  id: 'freshsales',
  label: 'Freshsales',
  matches: ['https://*.myfreshworks.com/*', 'https://*.freshsales.io/*'],
  records: {
    contact: record('contacts'),
    company: record('accounts'),
    opportunity: record('deals'),
    lead: record('leads'),
  },
});

const crm = 'https://acme.myfreshworks.com/crm/sales';

export const freshsalesExamples: Examples = {
  contact: [`${crm}/contacts/402000000001`],
  company: [`${crm}/accounts/402000000002`],
  opportunity: [`${crm}/deals/402000000003`],
  lead: ['https://acme.freshsales.io/leads/402000000004'],
  elsewhere: [`${crm}/contacts/view/402000000005`],
};
