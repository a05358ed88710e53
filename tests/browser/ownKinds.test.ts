import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { browser } from 'wxt/browser';
import { axeOnPage } from '../lab/axe.mjs';
import { useLab } from './lab';

declare const chrome: typeof browser;

/** What Foothold cannot see: named by the rep, or timed. Monday 23 November 2026 in Berlin. */
const lab = useLab();
let sidebar: Sidebar;

beforeAll(async () => {
  ({ sidebar } = await lab().rep('#/contacts/1/show'));
});

const open = (page: string) => lab().foothold.open(page);
const setClock = (hour: number, minute: number) =>
  lab().foothold.setClock(Date.UTC(2026, 10, 23, hour - 1, minute));
const rows = async () => (await lab().foothold.journal()) as Action[];

describe('a kind of the rep’s own', () => {
  it('is named in the options, logged by one click in the popup, and shown by its name on the page', async () => {
    await setClock(10, 6);
    const options = await open('options.html');
    await options.getByLabel('Its name').fill('Live demo');
    await options.getByRole('button', { name: 'Add this kind' }).click();
    await options.getByRole('button', { name: 'Retire: Live demo' }).waitFor();

    const popup = await open('popup.html');
    await popup.getByRole('button', { name: 'Live demo' }).click();
    await popup.getByText(/Live demo 10:06/).waitFor();
    expect(await rows()).toMatchObject([{ kind: 'own1', via: 'manual', evidence: 'said' }]);
    await popup.close();
    await sidebar.waitFor(/Live demo 10:06/);

    await options.getByLabel('what I do', { exact: true }).fill('Demo');
    await options.getByRole('button', { name: 'Rename' }).click();
    await sidebar.waitFor(/\bDemo 10:06/);
    await options.getByRole('button', { name: 'Retire: Demo' }).click();
    const after = await open('popup.html');
    await after.getByText('Demo', { exact: true }).first().waitFor();
    await vi.waitFor(async () =>
      expect(await after.getByRole('button', { name: 'Demo', exact: true }).count()).toBe(0),
    );
    await after.close();
    await options.close();
  });
});

describe('the side panel', () => {
  it('logs a kind of the rep’s own with one click, keeps a quiet day and times a session, as the popup does', async () => {
    await setClock(10, 10);
    await lab().foothold.ask(() =>
      chrome.storage.local.set({
        ownKinds: [{ kind: 'own2', name: 'Site visit' }],
        quietOn: '2026-11-23',
        nudges: { on: true },
      }),
    );
    const panel = await open('sidepanel.html');
    await panel.getByRole('button', { name: 'Site visit' }).click();
    await panel.getByText(/Site visit 10:10/).waitFor();
    await vi.waitFor(async () =>
      expect((await rows()).at(-1)).toMatchObject({ kind: 'own2', via: 'manual' }),
    );

    await panel.getByRole('button', { name: 'Let nudges in again' }).click();
    await panel.getByText('A quiet day: no nudges until tomorrow.').waitFor({ state: 'detached' });

    await panel.getByText('Learning timer').click();
    await panel.getByRole('button', { name: 'Start' }).click();
    await panel.getByRole('button', { name: 'Stop and log' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(panel), colorScheme).toEqual([]);
    }
    const popup = await open('popup.html');
    await popup.getByRole('button', { name: 'Discard' }).click();
    await panel.getByRole('button', { name: 'Stop and log' }).waitFor({ state: 'detached' });
    await popup.close();
    await panel.close();
    await lab().foothold.ask(() => chrome.storage.local.set({ nudges: { on: false } }));
  });
});

describe('a learning session', () => {
  it('runs on while the popup is closed, and one click logs its minutes', async () => {
    await setClock(10, 20);
    const first = await open('popup.html');
    await first.getByText('Learning timer').click();
    await first.getByRole('button', { name: 'Start' }).click();
    await first.getByRole('button', { name: 'Stop and log' }).waitFor();
    await first.close();

    await setClock(11, 2);
    const later = await open('popup.html');
    await later.getByText('42 minutes').waitFor();
    await later.getByRole('button', { name: 'Stop and log' }).click();
    await vi.waitFor(async () =>
      expect((await rows()).filter(({ kind }) => kind === 'learning')).toMatchObject([
        { amount: { count: 42, unit: 'minutes' } },
      ]),
    );
    await later.getByText('Stop and log').waitFor({ state: 'detached' });
    await later.close();
  });
});
