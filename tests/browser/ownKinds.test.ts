import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { useLab } from './lab';

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
