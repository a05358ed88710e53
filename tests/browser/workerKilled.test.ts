import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Action } from '../../lib/domain/action';
import { tallyOf, type Tally } from '../../lib/domain/tally';
import type { Rep } from '../lab/crm/rep.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { seeded } from '../seeded';
import { openLab, type Lab } from './lab';

/**
 * The worker dies whenever it likes. 200 actions with real pointer and key events, the worker stopped before, between
 * and during them: each is in the journal once.
 */
const total = 200;
const notes = 24;
/** As many as the contact's page lists at once. */
const ticks = 20;
const logKinds = ['Call', 'Email', 'Message', 'Meeting'] as const;

let profile: string;
let lab: Lab;
let rep: Rep;
let sidebar: Sidebar;
let atTheEnd: Action[] = [];

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'foothold-killed-'));
  lab = await openLab({ profile });
  addTasks();
  ({ rep, sidebar } = await lab.rep('#/contacts/1/show'));
  await rep.addNote.waitFor();
  await listenForPresses();
});

afterAll(async () => {
  await lab.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const random = seeded(20261123);

const taskIds: number[] = [];

/** Open calls for contact 1, enough to tick. */
function addTasks() {
  const rows = lab.crm.table('tasks');
  const [sample] = rows;
  const due_date = new Date().toISOString().slice(0, 10);
  for (let id = 1000; id < 1000 + ticks; id += 1) {
    const text = `Ring about ${String(id)}`;
    rows.push({ ...sample, id, contact_id: 1, type: 'Call', text, due_date });
    taskIds.push(id);
  }
}

/** Writes down in the content script's world which of the sidebar's buttons a hand really hit. */
async function listenForPresses() {
  await sidebar.see(`(root) => {
    globalThis.pressed = [];
    root.addEventListener('click', ({ target, isTrusted }) => {
      const button = target.closest('button');
      if (button && isTrusted) pressed.push(button.getAttribute('aria-label') ?? button.innerText.trim());
    }, true);
  }`);
}

const presses = (): Promise<number> => sidebar.see('() => pressed.length');

/** Presses a button of the sidebar; again when the standing moved it away from under the pointer in between. */
async function press(name: string): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const before = await presses();
    await sidebar.click(new RegExp(`^${name}$`));
    const hit: string[] = await sidebar.see(`() => pressed.slice(${String(before)})`);
    if (hit.length > 0) {
      expect(hit).toEqual([name]);
      return;
    }
  }
  throw new Error(`no press reached ${name}; the sidebar says: ${String(await sidebar.text())}`);
}

/** Logs one by click, with the confirmation where it is asked for. */
async function log(kind: string): Promise<void> {
  await press(kind);
  if (/Again\?/.test((await sidebar.text()) ?? '')) await press('Log again');
}

let stops = 0;

async function kill(): Promise<void> {
  if (random() < 0.5) stops += await lab.foothold.killWorker();
  else {
    await lab.foothold.stopWorker();
    stops += 1;
  }
}

const pageActions = async () => (await lab.standing()).filter(({ via }) => via === 'page');

/** The page has confirmed what its hand began, and the journal has it. */
async function confirmed(count: number): Promise<void> {
  await vi.waitFor(async () => expect(await pageActions()).toHaveLength(count), {
    timeout: 20_000,
    interval: 40,
  });
}

async function undelivered(): Promise<string[]> {
  return lab.foothold.ask(async () =>
    Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('out ')),
  );
}

async function expectSound(rows: readonly Action[]) {
  const occurrences = rows.map(({ id }) => id.split('/')[0]);
  expect(new Set(occurrences).size).toBe(rows.length);
  const tallies = (await lab.foothold.rows('tallies')) as Tally[];
  const byKey = (a: Tally, b: Tally) => (`${a.day} ${a.kind}` < `${b.day} ${b.kind}` ? -1 : 1);
  expect(tallies.sort(byKey)).toEqual(tallyOf(rows));
}

it(
  'keeps 200 actions, none lost and none twice, while the worker is stopped again and again',
  { timeout: 900_000 },
  async () => {
    let byPage = 0;
    let byClick = 0;
    const logs = total - notes - ticks;
    const perRound = Math.ceil(logs / (notes + ticks));

    for (let round = 0; round < notes + ticks; round += 1) {
      // Before the burst, right after the hand has moved, or in the middle of the burst.
      const moment = Math.floor(random() * 4);
      if (moment === 0) await kill();
      const task = round % 2 === 0 ? undefined : taskIds.shift();
      if (task === undefined) {
        await rep.fillNote(`Note ${String(round)}`);
        await rep.addNote.click();
      } else {
        await rep.box(task).click();
      }
      byPage += 1;
      const killing = moment === 1 ? kill() : undefined;
      for (let one = 0; one < perRound && byClick < logs; one += 1) {
        const inBurst = moment === 2 && one === 1 ? kill() : undefined;
        await log(logKinds[Math.floor(random() * logKinds.length)] ?? 'Call');
        byClick += 1;
        if (moment === 3 && one === 1) await kill();
        await inBurst;
      }
      await killing;
      await confirmed(byPage);
    }
    while (byClick < logs) {
      await log('Message');
      byClick += 1;
    }

    expect(stops).toBeGreaterThan(35);
    await vi.waitFor(async () => expect(await undelivered()).toEqual([]), { timeout: 20_000 });
    atTheEnd = await lab.standing();
    expect(atTheEnd).toHaveLength(total);
    expect(await lab.foothold.journal()).toHaveLength(total);
    expect(atTheEnd.filter(({ via }) => via === 'page')).toHaveLength(notes + ticks);
    await expectSound(atTheEnd);
    expect(await sidebar.text()).not.toMatch(/not saved/);
  },
);

it('keeps what was done while the worker was dead in a tab that was closed at once', async () => {
  const before = await lab.standing();
  for (let time = 1; time <= 3; time += 1) {
    const other = await lab.rep('#/contacts/2/show');
    await lab.foothold.stopWorker();
    await other.sidebar.click(/^Email$/);
    await other.page.close();
    const next = await lab.rep('#/contacts/3/show');
    await vi.waitFor(async () => expect(await lab.standing()).toHaveLength(before.length + time), {
      timeout: 15_000,
    });
    await next.page.close();
  }
  await vi.waitFor(async () => expect(await undelivered()).toEqual([]));
  atTheEnd = await lab.standing();
  await expectSound(atTheEnd);
});

it('has the same journal after the browser was started anew', async () => {
  const byId = (a: Action, b: Action) => (a.id < b.id ? -1 : 1);
  await lab.foothold.close();
  const again = await launchFoothold({ profile, timeZone: 'Europe/Berlin' });
  try {
    expect(((await again.journal()) as Action[]).sort(byId)).toEqual([...atTheEnd].sort(byId));
  } finally {
    await again.close();
  }
});
