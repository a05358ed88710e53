import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { servePanels, type PageView } from '../../../lib/sidebar/servePanels';
import { event, port } from './ports';

const panel = { id: 'foothold', url: 'chrome-extension://foothold/sidepanel.html' };

let onConnect: ReturnType<typeof event>;
let life: AbortController;
let view: PageView;
const hands = {
  onLog: vi.fn(),
  onAgain: vi.fn(),
  onAnswer: vi.fn(),
  onUndo: vi.fn(),
  onNudge: vi.fn(),
  onMoveTo: vi.fn(),
  onSwitchOff: vi.fn(),
  onReport: vi.fn(),
  onOptions: vi.fn(),
};
let tell: () => void;

beforeEach(() => {
  vi.clearAllMocks();
  onConnect = event();
  Object.assign(fakeBrowser.runtime, {
    id: panel.id,
    onConnect,
    getURL: () => 'chrome-extension://foothold/',
  });
  life = new AbortController();
  view = { record: 'contact' } as PageView;
  tell = servePanels(() => view, hands, life.signal);
});

function connect(sender: object = panel) {
  const opened = port(sender);
  onConnect.fire(opened);
  return opened;
}

describe('a side panel that connects to a page', () => {
  test('is shown what is there, and each change of it', () => {
    const opened = connect();
    expect(opened.postMessage.mock.calls).toEqual([[{ record: 'contact' }]]);
    view = { record: 'company' } as PageView;
    tell();
    expect(opened.postMessage).toHaveBeenLastCalledWith({ record: 'company' });
  });

  test('lends the rep’s hand', () => {
    const { onMessage } = connect();
    onMessage.fire(['onLog', 'call']);
    onMessage.fire(['onAnswer', 'abc', true]);
    onMessage.fire(['onSwitchOff']);
    expect(hands.onLog.mock.calls).toEqual([['call']]);
    expect(hands.onAnswer.mock.calls).toEqual([['abc', true]]);
    expect(hands.onSwitchOff.mock.calls).toEqual([[]]);
  });

  test('may be one of several', () => {
    const both = [connect(), connect()];
    tell();
    for (const { postMessage } of both) expect(postMessage).toHaveBeenCalledTimes(2);
  });

  test('is told nothing more once it has gone, however it went', () => {
    const [said, silent] = [connect(), connect()];
    said.onDisconnect.fire();
    silent.disconnect();
    tell();
    tell();
    expect(said.postMessage).toHaveBeenCalledTimes(1);
    expect(silent.postMessage).toHaveBeenCalledTimes(2);
  });

  test('and is not ours is told nothing and can do nothing', () => {
    const stranger = connect({ id: 'stranger', url: 'chrome-extension://stranger/page.html' });
    stranger.onMessage.fire(['onLog', 'call']);
    tell();
    expect(stranger.postMessage).not.toHaveBeenCalled();
    expect(hands.onLog).not.toHaveBeenCalled();
  });

  test('is let go when the page stops counting, and nothing listens any more', () => {
    const opened = connect();
    life.abort();
    expect(opened.disconnect).toHaveBeenCalledOnce();
    expect(onConnect.listeners.size).toBe(0);
  });
});
