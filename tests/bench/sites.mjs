import { fetchCrm } from '../lab/crm/fetch.mjs';
import { Rep } from '../lab/crm/rep.mjs';
import { sampleData } from '../lab/crm/sample.mjs';
import { startCrm } from '../lab/crm/server.mjs';
import { serveDrawn } from '../lab/drawnSite.mjs';
import { origin as linkedInOrigin, serveLinkedIn } from '../lab/linkedin.mjs';

/**
 * Pages to measure on, each with the script of its own site in it: the two front ends that are hardest to watch, two of
 * a CRM drawn from the evidence, and a real application.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Visit one browser's way around a site
 * @property {(page: Page) => Promise<void>} open until it is drawn
 * @property {(page: Page) => Promise<void>} again the same document anew
 * @property {(page: Page) => Promise<void>} save a deed done by hand, whose answer is held back: it stays under watch
 * @property {() => Promise<void>} [leave] before the page goes: what is held back would go to the network then
 *
 * @typedef {object} Site
 * @property {string} name
 * @property {string} id
 * @property {string} origin
 * @property {(context: import('playwright-core').BrowserContext) => Promise<Visit>} enter
 * @property {() => Promise<void>} [close]
 */

/** Longer than the rules wait, ms. */
const heldBack = 20_000;

/** @returns {Promise<Site[]>} */
export async function openSites() {
  return [linkedIn(), hubspot(), salesforce(), await atomic()];
}

/** @returns {Site} */
function linkedIn() {
  return {
    name: 'LinkedIn',
    id: 'linkedin',
    origin: linkedInOrigin,
    async enter(context) {
      const site = await serveLinkedIn(context);
      const visit = visitOf(`${linkedInOrigin}/in/nora-beispiel/`, 'main[data-drawn]');
      return {
        ...visit,
        async save(page) {
          await site.plan('invite', { delay: heldBack, lost: true });
          await page.locator('[componentkey$="Topcard"] [href*="custom-invite"]').first().click();
          await site.clickIn(page, '.send-invite .artdeco-button--primary');
        },
        leave: () => site.end(),
      };
    },
  };
}

/** @returns {Site} */
function hubspot() {
  return drawn({
    name: 'HubSpot',
    id: 'hubspot',
    origin: 'https://app-eu1.hubspot.com',
    path: '/contacts/00000000/record/0-1/1',
    opener: '[data-test-id="create-engagement-call-button"]',
    button: '[data-test-id="activity-creator-window-footer-save-button"]',
  });
}

/** @returns {Site} */
function salesforce() {
  return drawn({
    name: 'Salesforce',
    id: 'salesforce',
    origin: 'https://acme.lightning.force.com',
    path: '/lightning/r/Lead/00QTEST00000001AAA/view',
    opener: 'button[data-target-selection-name$=".LogACall"]',
    button: '.quick-actions-panel .cuf-publisherShareButton',
  });
}

/** @returns {Promise<Site>} */
async function atomic() {
  const dist = await fetchCrm();
  const crm = await startCrm({ dist, data: sampleData(new Date()) });
  return {
    name: 'Atomic CRM',
    id: 'atomic',
    origin: crm.origin,
    async enter() {
      const { again } = visitOf('', '#main-content');
      return {
        again,
        open: (page) => new Rep(page, crm).open('#/contacts/1/show'),
        async save(page) {
          const rep = new Rep(page, crm);
          await page.route(/\/rest\/v1\/contactNotes(?:\?select=\*)?$/, () => undefined);
          await rep.fillNote('A note whose answer is held back');
          await rep.addNote.click();
        },
      };
    },
    close: () => crm.close(),
  };
}

/** @returns {Site} */
function drawn({ name, id, origin, path, opener, button }) {
  return {
    name,
    id,
    origin,
    async enter(context) {
      const policy = "default-src 'self'; script-src 'self'";
      /** @type {import('playwright-core').Route[]} */
      const held = [];
      await serveDrawn(context, { origin, folder: id, api: /^\/api\//, policy }, (route) => {
        held.push(route);
      });
      return {
        ...visitOf(origin + path, '[data-drawn]'),
        async save(page) {
          await page.locator(opener).click();
          await page.locator(button).filter({ visible: true }).click();
        },
        async leave() {
          for (const route of held) await route.abort().catch(() => undefined);
        },
      };
    },
  };
}

/** @param {string} url @param {string} landmark of a page that is drawn */
function visitOf(url, landmark) {
  const isDrawn = (/** @type {Page} */ page) => page.locator(landmark).first().waitFor();
  return {
    async open(/** @type {Page} */ page) {
      await page.goto(url);
      await isDrawn(page);
    },
    async again(/** @type {Page} */ page) {
      await page.reload();
      await isDrawn(page);
    },
  };
}
