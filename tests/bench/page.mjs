import { needChromium } from '../lab/chromium.mjs';
import { buildLab, installDependencies, log } from '../lab/steps.mjs';

/**
 * `npm run bench:page`: what Foothold costs the pages that it is on, beside a bare extension and the pages alone. With
 * `-- LinkedIn`, of that site alone.
 */
const [only = ''] = process.argv.slice(2);
await installDependencies(log);
process.env.CHROMIUM = await needChromium(log);
log('building Foothold');
await buildLab();

const { openSites } = await import('./sites.mjs');
const { openWays } = await import('./ways.mjs');
const { loadsInWords, measureLoads } = await import('./loads.mjs');
const { measureMutations } = await import('./mutations.mjs');
const { measureRoundTrips } = await import('./roundTrips.mjs');

log('measuring (more than two minutes)');
const known = await openSites();
const sites = known.filter(({ name }) => name.includes(only));
const ways = await openWays(sites);
const [loads, mutations, roundTrips] = [[], [], []];
for (const site of sites) {
  const tabs = await openTabs(site);
  loads.push(await measureLoads(site, tabs));
  mutations.push(...(await measureMutations(site, tabs.foothold)));
  if (site.id === 'atomic') roundTrips.push(...(await measureRoundTrips(ways, tabs)));
  for (const { page, visit } of Object.values(tabs)) {
    await visit.leave?.();
    await page.close();
  }
}
await ways.close();
for (const { close } of known) await close?.();

console.log(
  [
    '\nA page load: at most 4 × a bare content script of 50 lines, no task of 50 ms, nothing moved, 1 MB of heap',
    ...loadsInWords(loads),
    '\nA page that makes 100,000 changes: at most 1 % of the page’s own time, of its scripts and of all that it does',
    ...mutations,
    ...(roundTrips.length > 0
      ? ['\nA deed: acknowledged within 4 × a bare message and its answer', ...roundTrips]
      : []),
  ].join('\n'),
);

/** A tab a way, each with the page in it. @param {import('./sites.mjs').Site} site */
async function openTabs(site) {
  const contexts = { foothold: ways.foothold.context, bare: ways.bare, none: ways.none };
  const tabs = {};
  for (const [name, context] of Object.entries(contexts)) {
    const visit = await site.enter(context);
    const page = await context.newPage();
    await visit.open(page);
    tabs[name] = { page, visit, shows: name !== 'none' };
  }
  return tabs;
}
