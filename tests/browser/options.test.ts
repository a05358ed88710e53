import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { GoalVersion } from '../../lib/domain/goal';
import { mondayMorning, useLab } from './lab';

declare const chrome: typeof browser;

/** What is changed in the options holds everywhere from that moment on, and what cannot be is not saved. */
const lab = useLab();

let sidebar: Sidebar;
let options: Page;

const day = 24 * 60 * 60 * 1000;
const tuesday = '2026-11-24';

beforeAll(async () => {
  ({ sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Calls 0 of 8/);
  await sidebar.click(/^Call$/);
  await sidebar.waitFor(/Calls 1 of 8/);
});

beforeEach(async () => {
  options = await lab().foothold.open('options.html');
  await options.getByRole('button', { name: 'Save schedule' }).waitFor();
  await options.getByRole('button', { name: 'Save goals' }).waitFor();
});

afterEach(async () => {
  await options.close();
});

const goals = async () => (await lab().foothold.rows('goals')) as GoalVersion[];
const settings = (): Promise<Record<string, unknown>> =>
  lab().foothold.ask(() => chrome.storage.local.get(null));
const card = (name: string): Locator => options.getByRole('group', { name, exact: true });
const save = (what: 'goals' | 'schedule') =>
  options.getByRole('button', { name: `Save ${what}` }).click();

describe('goals', () => {
  it('hold from today, and yesterday keeps what it had', async () => {
    await lab().foothold.setClock(mondayMorning + day);
    await sidebar.waitFor(/Calls 0 of 8/);
    await options.reload();
    await card('Calls').getByLabel('Target').fill('12');
    await save('goals');
    await options.getByText('Goals saved.').waitFor();
    await sidebar.waitFor(/Calls 0 of 12/);
    const versions = (await goals()).filter(({ id }) => id === 'first-calls');
    expect(versions.sort((a, b) => (a.from < b.from ? -1 : 1))).toMatchObject([
      { goal: { target: 8, floor: 7, ceiling: 10 } },
      { from: tuesday, goal: { target: 12, floor: 11, ceiling: 15 } },
    ]);

    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls 1 of 8/);
    await lab().foothold.setClock(mondayMorning + day);
    await sidebar.waitFor(/Calls 0 of 12/);
  });

  it('saved twice are changed once', async () => {
    const before = (await goals()).length;
    await card('Notes').getByLabel('Target').fill('6');
    await save('goals');
    await sidebar.waitFor(/Notes 0 of 6/);
    await card('Notes').getByLabel('Target').fill('7');
    await save('goals');
    await sidebar.waitFor(/Notes 0 of 7/);
    expect(await goals()).toHaveLength(before + 1);
  });

  it('that cannot be are refused with a sentence, and nothing is saved', async () => {
    const before = await goals();
    const target = card('Calls').getByLabel('Target');
    for (const [value, sentence] of [
      ['0', 'The target is a number from 1 to 9999.'],
      ['10000', 'The target is a number from 1 to 9999.'],
      ['2.5', 'The target is a whole number, like 20.'],
      ['', 'The target is a number from 1 to 9999.'],
    ] as const) {
      await target.fill(value);
      await save('goals');
      await card('Calls').getByText(sentence).waitFor();
      await options.getByText('Not saved yet').waitFor();
      expect(await target.evaluate((field) => field === document.activeElement)).toBe(true);
    }
    await target.fill('12');
    await card('Calls').getByLabel('Good from').fill('12');
    await save('goals');
    await card('Calls').getByText('“Good from” has to be a number below the target.').waitFor();
    expect(await options.getByText('Goals saved.').count()).toBe(0);
    expect(await goals()).toEqual(before);
    expect(await sidebar.text()).toMatch(/Calls 0 of 12/);
  });

  it('can be added for the week and given up; what was given up is gone from today on only', async () => {
    await options.getByRole('button', { name: 'Add a goal' }).click();
    await card('Emails').getByLabel('Target').fill('30');
    await card('Emails').getByLabel('Period').selectOption('week');
    await card('Follow-ups')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await options.getByText('Removed: Follow-ups').waitFor();
    await save('goals');
    await sidebar.waitFor(/Emails 0 of 30 this week|and 1 more/);
    await vi.waitFor(async () =>
      expect((await lab().foothold.standing())?.goals).toMatchObject([
        { kinds: ['call'] },
        { kinds: ['note'] },
        { kinds: ['opportunity'] },
        { kinds: ['email'], period: 'week', target: 30 },
      ]),
    );
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Follow-ups 0 of 4/);
    expect(await sidebar.text()).not.toMatch(/Emails 0 of 30/);
  });
});

describe('the working day', () => {
  const group = (name: string) => options.getByRole('group', { name, exact: true });

  it('is saved, and the route in the sidebar follows', async () => {
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls today .*by lunch 12:00 PM 0 of 3 before you leave 5:00 PM 4/);
    const lunch = group('Checkpoints').getByLabel('Time').nth(1);
    await lunch.fill('12:45');
    await group('Checkpoints').getByRole('button', { name: 'Remove: 9:00 AM' }).click();
    await group('Checkpoints').getByRole('button', { name: 'Add a checkpoint' }).click();
    await group('Checkpoints').getByLabel('Time').last().fill('10:45');
    await group('Checkpoints').getByLabel('Name').last().selectOption('coffee');
    await group('Checkpoints').getByLabel('Part of the day, %').last().fill('25');
    await options.getByLabel('Monday until').fill('16:30');
    await save('schedule');
    await options.getByText('Schedule saved.').waitFor();
    await sidebar.waitFor(
      /Calls today by coffee 10:45 AM 1 of 2 by lunch 12:45 PM 2 before you leave 4:30 PM 4/,
    );
    await options.reload();
    expect(await options.getByLabel('Monday until').inputValue()).toBe('16:30');
    expect(await group('Checkpoints').getByLabel('Time').first().inputValue()).toBe('10:45');
  });

  it('that cannot be is refused with a sentence, and nothing is saved', async () => {
    const before = (await settings())['schedule'];
    await group('Checkpoints').getByLabel('Time').nth(1).fill('10:45');
    await options.getByText('Two checkpoints have the same time.').waitFor();
    await save('schedule');
    await options.getByText('Not saved yet').waitFor();
    await group('Checkpoints').getByLabel('Time').nth(1).fill('12:45');
    await group('Checkpoints').getByLabel('Part of the day, %').first().fill('150');
    await group('Checkpoints').getByLabel('Part of the day, %').first().blur();
    await options.getByText('The part of the day is a number from 0 to 100.').waitFor();
    await save('schedule');
    expect(await options.getByText('Schedule saved.').count()).toBe(0);
    expect((await settings())['schedule']).toEqual(before);
  });

  it('can start at four: work past midnight is still the same day', async () => {
    await options.getByLabel('A new day starts at').fill('04:00');
    await save('schedule');
    await options.getByText('Schedule saved.').waitFor();
    // 3:30 in the night to Tuesday is still Monday; 4:01 is not.
    await lab().foothold.setClock(Date.UTC(2026, 10, 24, 2, 30));
    await sidebar.waitFor(/Calls 1 of 8/);
    expect((await lab().foothold.standing())?.day).toBe('2026-11-23');
    await lab().foothold.setClock(Date.UTC(2026, 10, 24, 3, 1));
    await sidebar.waitFor(/Calls 0 of 12/);
    expect((await lab().foothold.standing())?.day).toBe(tuesday);
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls 1 of 8/);
  });

  it('has days off', async () => {
    await options.getByLabel('Date').fill('2026-11-23');
    await options.getByRole('button', { name: 'Add day off' }).click();
    await save('schedule');
    await sidebar.waitFor(/Day off Nothing to do today/);
    await options.getByRole('button', { name: 'Remove: Mon, Nov 23, 2026' }).click();
    await save('schedule');
    await sidebar.waitFor(/in the next 25 minutes/);
  });
});

describe('sites', () => {
  const address = () => options.getByLabel('Address of your CRM');
  const add = () => options.getByRole('button', { name: 'Add site' });

  it('are not added from nonsense, and it says so', async () => {
    const before = (await settings())['sites'];
    for (const nonsense of [
      'my crm',
      'crm',
      'https://',
      'ftp://crm.example.com',
      'javascript:alert(1)',
    ]) {
      await address().fill(nonsense);
      await add().click();
      await options.getByText('That is not an address.').waitFor();
      expect(await address().inputValue()).toBe(nonsense);
      await address().fill('');
    }
    await add().click();
    await options.getByText('That is not an address.').waitFor();
    await address().fill(`${lab().crm.origin}/#/contacts`);
    await add().click();
    await options.getByText('This address is already in the list.').waitFor();
    expect((await settings())['sites']).toEqual(before);
  });

  it('are added by whatever was pasted from the address bar, and removed', async () => {
    await address().fill('crm.example.com/app/#/deals?filter=x');
    await add().click();
    await options.locator('#sites').getByText('crm.example.com', { exact: true }).waitFor();
    await address().fill('http://crm.lan.example:8069/web');
    await add().click();
    await options
      .locator('#sites')
      .getByText('http://crm.lan.example:8069', { exact: true })
      .waitFor();
    const origins = async () =>
      ((await settings())['sites'] as { origin: string }[]).map(({ origin }) => origin);
    expect(await origins()).toEqual([
      lab().crm.origin,
      'https://crm.example.com',
      'http://crm.lan.example:8069',
    ]);
    // No page of them is open, so what they are is a guess, and it says so.
    expect(await options.getByText('has not been recognised yet').count()).toBe(2);
    for (const origin of ['https://crm.example.com', 'http://crm.lan.example:8069'])
      await options.getByRole('button', { name: `Remove: ${origin}` }).click();
    await vi.waitFor(async () => expect(await origins()).toEqual([lab().crm.origin]));
    expect(await sidebar.text()).toMatch(/Counting on/);
  });
});

describe('the data', () => {
  it('is exported with every row there is', async () => {
    const rows = (await lab().foothold.journal()) as Action[];
    await options.getByText(`${String(rows.length)} action in your journal.`).waitFor();
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export as JSON' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('foothold-journal.json');
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(file).toMatchObject({ format: 'foothold-journal', version: 1 });
    expect(file['actions']).toEqual(rows);
    const key = ({ id, from }: GoalVersion) => id + from;
    const sorted = (versions: readonly GoalVersion[]) =>
      [...versions].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(sorted(file['goals'] as GoalVersion[])).toEqual(sorted(await goals()));
  });
});
