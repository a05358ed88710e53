import { recordsOnly, type RecordIn } from './parts/recordsOnly';
import type { Examples } from './site';

const record =
  (entity: string): RecordIn =>
  ({ searchParams }) =>
    searchParams.get('etn') === entity
      ? /^\{?([\da-f-]{36})\}?$/i.exec(searchParams.get('id') ?? '')?.[1]?.toLowerCase()
      : undefined;

/**
 * Dynamics 365, by its addresses. Its buttons are known from the vendor's test library (July 2023), what the page shows
 * once they have done their work is not.
 */
export const dynamics = recordsOnly({
  id: 'dynamics',
  label: 'Dynamics 365',
  matches: ['https://*.dynamics.com/*'],
  records: {
    contact: record('contact'),
    company: record('account'),
    opportunity: record('opportunity'),
    lead: record('lead'),
  },
});

const crm = 'https://acme.crm4.dynamics.com/main.aspx?appid=0a1b&pagetype=entityrecord';
const id = '0A1B2C3D-0000-4000-8000-000000000001';

export const dynamicsExamples: Examples = {
  contact: [`${crm}&etn=contact&id=${id}`, `${crm}&etn=contact&id=%7b${id}%7d`],
  company: [`${crm}&etn=account&id=${id}`],
  opportunity: [`${crm}&etn=opportunity&id=${id}`],
  lead: [`${crm}&etn=lead&id=${id}`],
  elsewhere: [`${crm}&etn=lead`, 'https://acme.crm.dynamics.com/main.aspx'],
};
