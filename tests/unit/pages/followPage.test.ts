import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPage, type PageOnScreen } from '../../../lib/pages/followPage';
import { event, port } from '../sidebar/ports';

const windowId = 1;
const contact = { record: 'contact' };

let tabs: { onActivated: ReturnType<typeof event>; onUpdated: ReturnType<typeof event> };
let active: { id: number; status: string };
let ports: { tab: number; port: ReturnType<typeof port> }[];
let onMessage: ReturnType<typeof event>;
let seen: (PageOnScreen | null | undefined)[];
let life: AbortController;

beforeEach(async () => {
  tabs = { onActivated: event(), onUpdated: event() };
  active = { id: 7, status: 'complete' };
  ports = [];
  onMessage = event();
  seen = [];
  life = new AbortController();
  Object.assign(fakeBrowser.windows, { getCurrent: () => Promise.resolve({ id: windowId }) });
  Object.assign(fakeBrowser.runtime, { onMessage });
  Object.assign(fakeBrowser.tabs, {
    ...tabs,
    query: () => Promise.resolve([active]),
    connect: (tab: number) => {
      const opened = port();
      ports.push({ tab, port: opened });
      return opened;
    },
  });
  await followPage(life.signal, (page) => seen.push(page));
});

afterEach(() => {
  life.abort();
});

const last = () => {
  const latest = ports.at(-1);
  if (!latest) throw new Error('nobody connected');
  return latest;
};
const answer = (view: object = contact) => {
  last().port.onMessage.fire(view);
};
const close = () => {
  last().port.onDisconnect.fire();
};
/** Shows another tab of a window. */
const show = (tabId: number, window = windowId) => {
  if (window === windowId) active = { ...active, id: tabId };
  tabs.onActivated.fire({ tabId, windowId: window });
};
const now = () => seen.at(-1);

describe('the page on screen', () => {
  test('is not known before it has answered, and is then what it says', () => {
    expect(last().tab).toBe(7);
    expect(now()).toBeUndefined();
    answer();
    expect(now()?.view).toEqual(contact);
    answer({ record: 'company' });
    expect(now()?.view).toEqual({ record: 'company' });
  });

  test('is none where nobody answers', async () => {
    close();
    await vi.waitFor(() => expect(now()).toBeNull());
    expect(ports).toHaveLength(1);
  });

  test('gets the rep’s hand', () => {
    answer();
    now()?.lend('onAnswer', 'abc', true);
    expect(last().port.postMessage).toHaveBeenCalledExactlyOnceWith(['onAnswer', 'abc', true]);
  });

  test('is the one of the active tab, and no click goes to the one before', () => {
    answer();
    const before = last().port;
    show(8);
    expect(before.disconnect).toHaveBeenCalledOnce();
    expect(now()).toBeUndefined();
    expect(last().tab).toBe(8);
    answer({ record: 'company' });
    expect(now()?.view).toEqual({ record: 'company' });
  });

  test('stays while another window shows another tab', () => {
    answer();
    show(9, 2);
    expect(ports).toHaveLength(1);
    expect(now()?.view).toEqual(contact);
  });

  test('is on its way while its tab loads, and is looked for again when that is done', async () => {
    answer();
    active = { id: 7, status: 'loading' };
    close();
    await vi.waitFor(() => expect(now()).toBeUndefined());
    tabs.onUpdated.fire(7, { status: 'loading' });
    tabs.onUpdated.fire(8, { status: 'complete' });
    expect(ports).toHaveLength(1);
    active = { id: 7, status: 'complete' };
    tabs.onUpdated.fire(7, { status: 'complete' });
    expect(ports).toHaveLength(2);
    answer();
    expect(now()?.view).toEqual(contact);
  });

  test('that stops counting without loading is asked once more, and is none', async () => {
    answer();
    close();
    await vi.waitFor(() => expect(ports).toHaveLength(2));
    close();
    await vi.waitFor(() => expect(now()).toBeNull());
    expect(ports).toHaveLength(2);
  });

  test('is found as soon as its script comes to life', async () => {
    close();
    await vi.waitFor(() => expect(now()).toBeNull());
    onMessage.fire({ type: 'enter' }, { tab: { id: 8 } });
    onMessage.fire({ type: 'record' }, { tab: { id: 7 } });
    onMessage.fire('enter', { tab: { id: 7 } });
    expect(ports).toHaveLength(1);
    onMessage.fire({ type: 'enter' }, { tab: { id: 7 } });
    answer();
    expect(now()?.view).toEqual(contact);
  });

  test('is let go with who followed it', () => {
    answer();
    life.abort();
    expect(last().port.disconnect).toHaveBeenCalledOnce();
    for (const { listeners } of [tabs.onActivated, tabs.onUpdated, onMessage])
      expect(listeners.size).toBe(0);
  });
});
