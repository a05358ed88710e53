import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { needChromium } from './chromium.mjs';
import { fetchCrm } from './crm/fetch.mjs';
import { sampleData } from './crm/sample.mjs';
import { startCrm } from './crm/server.mjs';
import { buildLab, installDependencies, log, root } from './steps.mjs';

/**
 * `npm run demo`: a real CRM, Foothold built and loaded into a browser on it, with a plan for today. Without a display,
 * or with `--headless`, it plays a short day, prints the daily summary and writes pictures.
 */
const headless =
  process.argv.includes('--headless') ||
  (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
/** `--pictures` renews the ones that the README shows. */
const pictures = process.argv.includes('--pictures')
  ? join(root, 'tests', 'pictures')
  : join(root, 'test-results', 'demo');

await installDependencies(log);
process.env.CHROMIUM = await needChromium(log);
log('fetching the CRM');
const dist = await fetchCrm({ log: (text) => console.log(`  ${text}`) });
log('building Foothold');
await buildLab();
const crm = await startCrm({ dist, data: sampleData(new Date()) });
const { launchFoothold } = await import('./foothold.mjs');
const { Rep } = await import('./crm/rep.mjs');

if (headless) {
  log('playing a short day');
  await playDay();
  await crm.close();
} else {
  log('opening the browser');
  await openBrowser();
}

/** 9:40 today, or on Monday where today is a weekend. */
function workingMorning() {
  const morning = new Date();
  morning.setHours(9, 40, 0, 0);
  while ([0, 6].includes(morning.getDay())) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

async function openBrowser() {
  const foothold = await launchFoothold({ headless: false, viewport: null, nudges: true });
  const now = new Date();
  if ([0, 6].includes(now.getDay()) || now.getHours() < 8 || now.getHours() >= 17) {
    await foothold.setClock(workingMorning());
    console.log('  It is after hours here, so Foothold is told that it is a working morning.');
  }
  await foothold.turnOn(crm.origin);
  const page = await foothold.context.newPage();
  await new Rep(page, crm).open('#/contacts/1/show');
  await (await foothold.desk()).close();
  await page.bringToFront();
  console.log(
    `\nThe CRM is at ${crm.origin}. Add a note, tick a task, drag a deal: the bar moves.`,
  );
  console.log('Close the browser window to end.');
  await new Promise((closed) => foothold.context.on('close', closed));
  await crm.close();
}

async function playDay() {
  await mkdir(pictures, { recursive: true });
  const foothold = await launchFoothold({ viewport: { width: 1360, height: 860 } });
  const morning = workingMorning();
  await foothold.setClock(morning);
  await foothold.turnOn(crm.origin);
  const page = await foothold.context.newPage();
  const rep = new Rep(page, crm);
  await rep.open('#/contacts/2/show');
  const sidebar = await foothold.sidebar(page);
  await sidebar.waitFor(/Next foothold/);
  await sidebar.click(/other side/);

  const step = (text) => console.log(`  ${text}`);
  const counted = async (text, kind, count) => {
    await sidebar.waitFor(new RegExp(`${kind}s? ${count} of`));
    step(text);
  };
  step('09:40  the day begins');
  for (const [index, text] of ['Left a message', 'Wants the price list'].entries()) {
    await rep.fillNote(text);
    await rep.addNote.click();
    await counted(`added a note (${index + 1})`, 'Note', index + 1);
    await page.waitForLoadState('networkidle');
  }
  await rep.fillTask({ text: 'Send the price list' });
  await rep.save().click();
  await counted('planned a follow-up', 'Follow-up', 1);
  await rep.dialog.waitFor({ state: 'detached' });
  await sidebar.click(/^Call$/);
  await counted('logged a call with one click', 'Call', 1);
  await page.locator('a[href^="mailto:"]').first().click();
  await sidebar.click(/^Log it$/);
  await sidebar.waitFor(/Email \d/);
  step('wrote a mail from the contact page, and said so');

  await foothold.setClock(morning + 26 * 60_000);
  await rep.open('#/contacts/1/show');
  await sidebar.waitFor(/Next foothold|done/i);
  const box = page.locator('[id^="checkbox-list-label-"]').first();
  await box.click();
  await counted('ticked off the call task', 'Call', 2);

  await sidebar.see(`async (root) => {
    const drawn = root.firstElementChild.getRootNode().getAnimations().map(({ finished }) => finished);
    await Promise.race([Promise.allSettled(drawn), new Promise((late) => setTimeout(late, 2000))]);
  }`);
  await page.screenshot({ path: join(pictures, 'sidebar-light.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(pictures, 'sidebar-dark.png') });
  await page.emulateMedia({ colorScheme: 'light' });
  await rep.open('#/deals');
  await sidebar.click(/^Collapse/);
  await page.locator('[data-rfd-draggable-id]').first().waitFor();
  await rep.drag(1, 'proposal-sent');
  await page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  step('moved a deal on');
  await page.screenshot({ path: join(pictures, 'rail.png') });

  const popup = await foothold.desk();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.reload();
  await popup.getByRole('button', { name: 'Copy' }).waitFor();
  await popup.getByRole('button', { name: /^Undo/ }).nth(4).waitFor();
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewportSize({ width: 360, height });
  await popup.screenshot({ path: join(pictures, 'popup.png') });
  await foothold.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Copy' }).click();
  await popup.getByRole('button', { name: 'Copied' }).waitFor();
  const summary = await popup.evaluate(() => navigator.clipboard.readText());
  await writeFile(join(pictures, 'summary.txt'), `${summary}\n`);
  console.log(`\n${summary}\n\nPictures: ${pictures}`);
  await foothold.close();
}
