import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** Zendesk Sell, by its addresses. Nothing is known of its controls. */
export const zendeskSell = recordsOnly({
  id: 'zendesk-sell',
  label: 'Zendesk Sell',
  matches: ['https://app.futuresimple.com/*'],
  records: {
    contact: inPath(/^\/crm\/contacts\/(\d+)/),
    opportunity: inPath(/^\/sales\/deals\/(\d+)/),
    lead: inPath(/^\/leads\/(\d+)/),
  },
});

const crm = 'https://app.futuresimple.com';

export const zendeskSellExamples: Examples = {
  contact: [`${crm}/crm/contacts/17`],
  opportunity: [`${crm}/sales/deals/230`],
  lead: [`${crm}/leads/5`],
  elsewhere: [`${crm}/leads/new`],
};
