import { atomic, atomicExamples } from './atomic';
import { attio, attioExamples } from './attio';
import { close, closeExamples } from './close';
import { copper, copperExamples } from './copper';
import { dolibarr, dolibarrExamples } from './dolibarr';
import { dynamics, dynamicsExamples } from './dynamics';
import { espo, espoExamples } from './espo';
import { frappe, frappeExamples } from './frappe';
import { freshsales, freshsalesExamples } from './freshsales';
import { gmail, gmailExamples } from './gmail';
import { hubspot, hubspotExamples } from './hubspot';
import { linkedin, linkedinExamples } from './linkedin';
import { monday, mondayExamples } from './monday';
import { odoo, odooExamples } from './odoo';
import { other, otherExamples } from './other';
import { outlook, outlookExamples } from './outlook';
import { pipedrive, pipedriveExamples } from './pipedrive';
import { salesforce, salesforceExamples } from './salesforce';
import { suitecrm, suitecrmExamples } from './suitecrm';
import { tryton, trytonExamples } from './tryton';
import { twenty, twentyExamples } from './twenty';
import { zendeskSell, zendeskSellExamples } from './zendeskSell';
import { zoho, zohoExamples } from './zoho';
import type { Examples, Site, SiteId } from './site';

/** Every site Foothold knows, in the order in which they are tried, with example URLs of its pages. */
export const known: readonly (readonly [Site, Examples])[] = [
  [atomic, atomicExamples],
  [espo, espoExamples],
  [dolibarr, dolibarrExamples],
  [suitecrm, suitecrmExamples],
  [tryton, trytonExamples],
  [linkedin, linkedinExamples],
  [salesforce, salesforceExamples],
  [hubspot, hubspotExamples],
  [odoo, odooExamples],
  [gmail, gmailExamples],
  [outlook, outlookExamples],
  [frappe, frappeExamples],
  [attio, attioExamples],
  [close, closeExamples],
  [copper, copperExamples],
  [dynamics, dynamicsExamples],
  [freshsales, freshsalesExamples],
  [monday, mondayExamples],
  [pipedrive, pipedriveExamples],
  [twenty, twentyExamples],
  [zendeskSell, zendeskSellExamples],
  [zoho, zohoExamples],
  [other, otherExamples],
];

export const sites: readonly Site[] = known.map(([site]) => site);

export function siteById(id: SiteId): Site | undefined {
  return sites.find((site) => site.id === id);
}
