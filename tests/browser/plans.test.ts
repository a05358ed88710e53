import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { GoalVersion } from '../../lib/domain/goal';
import type { PlanFile } from '../../lib/domain/planFile';
import { axeOnPage } from '../lab/axe.mjs';
import { mondayMorning, useLab } from './lab';
import { pastDays } from './pastDays';

/** What a plan rests on beside history: what the rep expects, and whom they agreed it with. */
const lab = useLab();

let options: Page;

beforeAll(async () => {
  await pastDays(lab(), 'call', [6, 8, 10], mondayMorning, 112);
  // The clock that moves brings a new standing.
  await lab().foothold.setClock(mondayMorning + 60_000);
});

beforeEach(async () => {
  options = await lab().foothold.open('options.html');
  await options.getByRole('button', { name: 'Save goals' }).waitFor();
});

afterEach(async () => {
  await options.close();
});

const card = (name: string): Locator => options.getByRole('group', { name, exact: true });
const oddsOfCalls = async () => (await lab().foothold.standing())?.goals[0]?.odds;

describe('an outlook', () => {
  it('stands beside what history says, on its days, with its reason', async () => {
    await vi.waitFor(async () => expect((await oddsOfCalls())?.rough).toBe(false), 10_000);
    const before = await oddsOfCalls();
    expect(before?.byHistory).toBeUndefined();
    const outlook = card('Outlook');
    await outlook.getByRole('button', { name: 'Add outlook' }).click();
    await outlook.getByText('Choose why you expect that.').waitFor();
    await outlook.getByLabel('More or less, %').fill('-30');
    await outlook.getByLabel('Why').selectOption('a new territory');
    await outlook.getByLabel('First day').fill('2026-11-23');
    await outlook.getByLabel('Last day').fill('2026-12-04');
    await outlook.getByRole('button', { name: 'Add outlook' }).click();
    await outlook
      .getByText('-30%, a new territory, Mon, Nov 23, 2026 to Fri, Dec 4, 2026')
      .waitFor();
    expect.soft(await axeOnPage(options)).toEqual([]);
    await options.getByRole('button', { name: 'Save schedule' }).click();
    await options.getByText('Schedule saved.').waitFor();

    await card('Calls')
      .getByText(/^History says \d+% likely\. You expect \d+% likely\.$/)
      .waitFor();
    await vi.waitFor(async () => expect((await oddsOfCalls())?.byHistory).toBe(before?.p), 10_000);
    expect((await oddsOfCalls())?.p).toBeLessThan(before?.p ?? 0);
    const popup = await lab().foothold.open('popup.html');
    await popup.getByText(/^History says \d+% likely\. You expect \d+% likely\.$/).waitFor();
    await popup.close();
  });

  it('is over with its last day', async () => {
    await lab().foothold.setClock(mondayMorning + 14 * 24 * 60 * 60 * 1000);
    await vi.waitFor(async () => {
      const odds = await oddsOfCalls();
      expect(odds?.span.first).toBe('2026-12-07');
      expect(odds?.byHistory).toBeUndefined();
    }, 10_000);
    await lab().foothold.setClock(mondayMorning);
  });
});

describe('a plan that is proposed to the manager', () => {
  const exchange = () => card('Agree with your manager');
  async function saved(button: string) {
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      exchange().getByRole('button', { name: button }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), 'utf8'),
    };
  }
  async function open(text: string) {
    const [chooser] = await Promise.all([
      options.waitForEvent('filechooser'),
      exchange().getByRole('button', { name: 'Open what came back' }).click(),
    ]);
    await chooser.setFiles({
      name: 'back.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  }

  it('goes out as one file to read and one to send back', async () => {
    await exchange().getByLabel('My territory').fill('North, since October');
    const page = await saved('Save to read (Markdown)');
    expect(page.text).toContain('- My territory: North, since October');
    expect(page.name).toBe('foothold-goals-2026-11-23.md');
    expect(page.text).toMatch(
      /## Calls: 8 per day\n\n- 7 is already good, 10 is plenty\. The last four weeks gave 7\.9\. History says \d+% likely\. You expect \d+% likely\./,
    );
    const sent = await saved('Save to send back (JSON)');
    expect(sent.name).toBe('foothold-goals-2026-11-23.json');
    expect((JSON.parse(sent.text) as PlanFile).goals[0]).toMatchObject({
      kinds: ['call'],
      target: 8,
    });
  });

  it('comes back as a difference, and holds once it is accepted', async () => {
    const { text } = await saved('Save to send back (JSON)');
    const plan = JSON.parse(text) as PlanFile;
    const [calls, notes] = plan.goals;
    const before = await lab().foothold.rows('goals');
    await open(
      JSON.stringify({
        ...plan,
        agreed: { with: 'Alex', on: '2026-11-23' },
        goals: [{ ...calls, target: 9 }, notes, { kinds: ['meeting'], period: 'week', target: 2 }],
      }),
    );
    await exchange().getByText('Agreed with Alex on Mon, Nov 23, 2026.').waitFor();
    await exchange()
      .getByText(/^Calls: 9 per day instead of 8 per day, \d+% likely$/)
      .waitFor();
    await exchange().getByText('New: Meetings, 2 per week').waitFor();
    await exchange().getByText('Given up: Opportunities, 5 per week').waitFor();
    expect.soft(await axeOnPage(options)).toEqual([]);
    expect(await lab().foothold.rows('goals')).toEqual(before);
    await exchange().getByRole('button', { name: 'Accept' }).click();
    await exchange().getByText('Accepted, as agreed with Alex.').waitFor();
    expect(await card('Calls').getByLabel('Target').inputValue()).toBe('9');
    await vi.waitFor(async () => {
      const goals = (await lab().foothold.standing())?.goals ?? [];
      expect(goals.map(({ kinds, target }) => [kinds[0], target])).toEqual([
        ['call', 9],
        ['note', 5],
        ['meeting', 2],
      ]);
    }, 10_000);
    const after = (await lab().foothold.rows('goals')) as GoalVersion[];
    expect(after.filter(({ goal }) => goal?.agreed)).toHaveLength(3);
  });

  it('that cannot be is told why in one sentence, and changes nothing', async () => {
    const { text } = await saved('Save to send back (JSON)');
    const before = await lab().foothold.rows('goals');
    await open('# Goals');
    await exchange().getByText('This file cannot be read as JSON. Nothing has changed.').waitFor();
    await open(text);
    await exchange()
      .getByText(/^The file does not say who agreed and when/)
      .waitFor();
    const plan = JSON.parse(text) as PlanFile;
    const agreed = { with: 'Alex', on: '2026-11-23' };
    const [calls] = plan.goals;
    await open(JSON.stringify({ ...plan, agreed, goals: [{ ...calls, target: 0 }] }));
    await exchange()
      .getByText(/^Goal 1 of the file cannot be: /)
      .waitFor();
    await open(text.replace('"target": 9', '"target": "nine"'));
    await exchange().getByText('Goal 1 of the file has something wrong in “target”').waitFor();
    expect(await exchange().getByRole('button', { name: 'Accept' }).count()).toBe(0);
    expect(await lab().foothold.rows('goals')).toEqual(before);
  });
});
