import { inPath, recordsOnly } from './parts/recordsOnly';
import type { Examples } from './site';

/** Pipedrive, by its addresses (March 2026). What confirms a won deal or a finished activity is not known. */
export const pipedrive = recordsOnly({
  id: 'pipedrive',
  label: 'Pipedrive',
  matches: ['https://*.pipedrive.com/*'],
  records: {
    contact: inPath(/^\/person\/(\d+)/),
    company: inPath(/^\/organization\/(\d+)/),
    opportunity: inPath(/^\/deal\/(\d+)/),
    lead: inPath(/^\/leads\/inbox\/([\da-f-]{36})/),
  },
});

const crm = 'https://acme.pipedrive.com';

export const pipedriveExamples: Examples = {
  contact: [`${crm}/person/17`, 'https://app.pipedrive.com/person/17#activity'],
  company: [`${crm}/organization/4`],
  opportunity: [`${crm}/deal/230`],
  lead: [`${crm}/leads/inbox/0a1b2c3d-0000-4000-8000-000000000001`],
  elsewhere: [`${crm}/leads/inbox`, `${crm}/activities/list/user/everyone`],
};
