import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { openPanel } from '../../../lib/pages/openPanel';

/** What is open beside the page. Browsers open it for a hand only, and a hand is over once anything was awaited. */
let open: string[];
let hand = false;

const opens = async (what: string) => {
  if (!hand) throw new Error('may only be called from a user input handler');
  open.push(what);
  return Promise.resolve();
};
const sidePanel = {
  open: ({ windowId }: { windowId: number }) => opens(`side panel of ${String(windowId)}`),
};
const sidebarAction = { open: () => opens('sidebar') };

function byHand(windowId?: number): Promise<void> {
  hand = true;
  const opening = openPanel(windowId);
  hand = false;
  return opening;
}

beforeEach(() => {
  open = [];
  for (const name of ['sidePanel', 'sidebarAction']) Reflect.deleteProperty(fakeBrowser, name);
});

it('opens the side panel of the window that the hand is in, else of the one in front', async () => {
  Object.assign(fakeBrowser, { sidePanel });
  await byHand(7);
  await byHand();
  expect(open).toEqual(['side panel of 7', 'side panel of -2']);
});

it('opens Firefox’s sidebar wherever there is one', async () => {
  Object.assign(fakeBrowser, { sidebarAction });
  await byHand(7);
  Object.assign(fakeBrowser, { sidePanel });
  await byHand(7);
  expect(open).toEqual(['sidebar', 'sidebar']);
});

it('says so where the browser wants a hand', async () => {
  Object.assign(fakeBrowser, { sidebarAction });
  await expect(openPanel(7)).rejects.toThrow('user input');
  expect(open).toEqual([]);
});
