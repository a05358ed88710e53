import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needChromium } from '../lab/chromium.mjs';
import { buildLab, installDependencies, log } from '../lab/steps.mjs';

/**
 * `npm run bench:journal`: what a million actions take on the disk, and whether anybody waits for them. With `-- 100000`,
 * so many.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const rounds = 7;
/** With its indexes, bytes. */
const sizeBudget = 400;
/** A Monday morning in Berlin. */
const morning = Date.UTC(2026, 10, 23, 9, 6);
const route = '#/contacts/1/show';

await installDependencies(log);
process.env.CHROMIUM = await needChromium(log);
log('building Foothold');
await buildLab();

const { fetchCrm } = await import('../lab/crm/fetch.mjs');
const { Rep } = await import('../lab/crm/rep.mjs');
const { sampleData } = await import('../lab/crm/sample.mjs');
const { startCrm } = await import('../lab/crm/server.mjs');
const { launchFoothold } = await import('../lab/foothold.mjs');
const { timeIn, watchDrawing } = await import('./drawn.mjs');
const { fill, sizeOf } = await import('./fill.mjs');
const { median, verdict } = await import('./verdict.mjs');

const options = { timeZone: 'Europe/Berlin', viewport: { width: 1700, height: 1000 } };
const crm = await startCrm({ dist: await fetchCrm(), data: sampleData(new Date()) });
const profiles = [await newProfile(), await newProfile()];

log(`writing ${count.toLocaleString('en')} actions (a million: three minutes)`);
for (const [profile, actions] of [
  [profiles[0], 0],
  [profiles[1], count],
]) {
  const foothold = await launchFoothold({ ...options, profile });
  await foothold.begin(morning);
  await foothold.turnOn(crm.origin);
  await countOne(foothold);
  if (actions > 0) await fill(foothold, actions, morning);
  await foothold.close();
}

log('measuring');
const sizes = [];
const [none, full] = [await reopen(profiles[0]), await reopen(profiles[1])];
for (const { foothold } of [none, full]) sizes.push(await sizeOf(foothold));
const places = {
  'popup, goals': popupGoals,
  'popup, all': popupDrawn,
  'side panel': panelDrawn,
  sidebar: sidebarDrawn,
};
const lines = [];
for (const [place, drawn] of Object.entries(places)) {
  const times = { none: [], full: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const turn of round % 2 ? ['none', 'full'] : ['full', 'none'])
      times[turn].push(await drawn(turn === 'full' ? full : none));
  // The first of each reads its files.
  const [few, many] = [times.none.slice(1), times.full.slice(1)];
  const noise = Math.max(...few) - Math.min(...few);
  const later = median(many) - median(few);
  lines.push(
    `  ${place.padEnd(12)} drawn after ${median(many).toFixed(0)} ms, with none ${median(few).toFixed(0)} ms: ` +
      `${later.toFixed(0)} ms later, the run’s noise ${noise.toFixed(0)} ms: ${verdict(later, noise)}`,
  );
}
await none.foothold.close();
await full.foothold.close();
await crm.close();
for (const profile of profiles) await rm(profile, { recursive: true, force: true, maxRetries: 5 });

const each = (sizes[1] - sizes[0]) / count;
console.log(
  [
    '\nThe journal, reopened: at most 400 B an action with its indexes and tallies',
    `  ${each.toFixed(0)} B ${verdict(each, sizeBudget)}`,
    `\nWith ${count.toLocaleString('en')} actions in it: the same as with none, within the run’s noise`,
    ...lines,
  ].join('\n'),
);

function newProfile() {
  return mkdtemp(join(tmpdir(), 'foothold-bench-'));
}

/** One action that a page has confirmed: the others are like it. */
async function countOne(foothold) {
  const page = await foothold.context.newPage();
  const rep = new Rep(page, crm);
  await rep.open(route);
  await (await foothold.sidebar(page)).waitFor(/./);
  await rep.fillNote('The first of many');
  await rep.addNote.click();
  while ((await foothold.journal()).length === 0) await page.waitForTimeout(50);
  await page.close();
}

/** The browser anew, with a tab for each place. */
async function reopen(profile) {
  const foothold = await launchFoothold({ ...options, profile });
  const [own, page] = [await foothold.context.newPage(), await foothold.context.newPage()];
  await watchDrawing(own);
  await watchDrawing(page);
  const rep = new Rep(page, crm);
  await rep.open(route);
  return { foothold, own, page };
}

function popupGoals(browser) {
  return ownDrawn(browser, 'popup.html', 'goalsAt');
}

function popupDrawn(browser) {
  return ownDrawn(browser, 'popup.html');
}

function panelDrawn(browser) {
  return ownDrawn(browser, 'sidepanel.html');
}

async function ownDrawn({ foothold, own }, path, what = 'drawnAt') {
  await own.bringToFront();
  await own.goto(foothold.url(path));
  await own.getByRole('heading', { level: 1 }).first().waitFor();
  return timeIn(own, what);
}

/** The sidebar is the last that comes to stand beside the body. */
async function sidebarDrawn({ page }) {
  await page.bringToFront();
  await page.reload();
  await page.locator('html > div').first().waitFor({ state: 'attached' });
  return timeIn(page, 'joinedAt');
}
