import { describe, expect, it } from 'vitest';
import {
  busyTime,
  layoutShift,
  longestTask,
  samplesOf,
  selfTime,
  threadOf,
  type TraceEvent,
} from '../../bench/trace.mjs';

/** The benches of a page rest on what a trace says. Here is a short one, written by hand. */
const page = { pid: 7, tid: 1 };
const sampler = { pid: 7, tid: 9 };
const script = 'chrome-extension://us/sidebar.js';
const ours = (url: string) => url === script;

const event = (name: string, more: Partial<TraceEvent>): TraceEvent => ({
  ...{ name, ph: 'X', ts: 0 },
  ...page,
  ...more,
});
const task = (ts: number, dur: number, more: Partial<TraceEvent> = {}) =>
  event('RunTask', { ts, dur, ...more });

/** (root) → page's handler → ours → the engine, and → ours → the page's own function. */
const nodes = [
  { id: 1, callFrame: { functionName: '(root)', url: '' } },
  { id: 2, parent: 1, callFrame: { functionName: '(program)', url: '' } },
  { id: 3, parent: 1, callFrame: { functionName: 'theirs', url: 'https://crm/app.js' } },
  { id: 4, parent: 3, callFrame: { functionName: 'ours', url: script } },
  { id: 5, parent: 4, callFrame: { functionName: 'append', url: '' } },
  { id: 6, parent: 4, callFrame: { functionName: 'observer', url: 'https://crm/app.js' } },
];
const profile = (id = '0x1', where = page) =>
  event('Profile', { ...where, id, ph: 'P', args: { data: { startTime: 1000 } } });
const chunk = (samples: readonly number[], timeDeltas: readonly number[], more = {}) =>
  event('ProfileChunk', {
    ...sampler,
    id: '0x1',
    ph: 'P',
    args: { data: { cpuProfile: { samples }, timeDeltas } },
    ...more,
  });
const first = (samples: readonly number[], timeDeltas: readonly number[]) =>
  chunk(samples, timeDeltas, {
    ts: 1,
    args: { data: { cpuProfile: { nodes, samples }, timeDeltas } },
  });

describe('the time of a script', () => {
  it('is what it runs and what it asks of the engine, until something else is seen', () => {
    const trace = [profile(), first([2, 4, 5, 3, 2], [0, 100, 30, 20, 50])];
    expect(selfTime(trace, page, ours)).toBe(50);
  });

  it('is not that of a page whose function it calls', () => {
    const trace = [profile(), first([4, 6, 2], [0, 10, 500])];
    expect(selfTime(trace, page, ours)).toBe(10);
    expect(selfTime(trace, page, (url) => url.startsWith('https:'))).toBe(500);
  });

  it('goes on from one chunk of the profile to the next, in whatever order they were written', () => {
    const trace = [chunk([2], [40], { ts: 2 }), first([4], [0]), profile()];
    expect(selfTime(trace, page, ours)).toBe(40);
  });

  it('is read in the profile of its own thread', () => {
    const worker = { pid: 7, tid: 3 };
    const trace = [
      profile('0x2', worker),
      chunk([4, 2], [0, 900], { id: '0x2', ts: 2 }),
      profile(),
      first([4, 2], [0, 10]),
    ];
    expect(selfTime(trace, page, ours)).toBe(10);
    expect(() => samplesOf(trace, { pid: 8, tid: 1 })).toThrow('no profile');
  });

  it('has in it what it takes to read the script', () => {
    const read = (url: string) =>
      event('v8.compile', { ts: 900, dur: 70, args: { data: { url } } });
    const trace = [profile(), first([4, 2], [0, 10]), read(script), read('https://crm/app.js')];
    expect(selfTime(trace, page, ours)).toBe(80);
  });
});

describe('a task', () => {
  it('is as long for a script as that script’s part in it', () => {
    const trace = [
      profile(),
      first([2, 4, 3, 4, 2], [0, 100, 20, 60_000, 30]),
      task(1000, 200),
      task(61_000, 500),
    ];
    expect(longestTask(trace, page, ours)).toBe(30);
  });

  it('adds to how busy its thread was, and to no other’s', () => {
    const trace = [task(0, 20), task(50, 30), task(50, 900, { tid: 2 })];
    expect(busyTime(trace, page)).toBe(50);
  });
});

describe('the page', () => {
  it('is found by the mark that it left', () => {
    const trace = [task(0, 1, { pid: 3 }), event('here', { ...page, ph: 'I' })];
    expect(threadOf(trace, 'here')).toEqual(page);
    expect(() => threadOf(trace, 'elsewhere')).toThrow('elsewhere');
  });

  it('has moved as far as all of its shifts together', () => {
    const shift = (score: number, pid = page.pid) =>
      event('LayoutShift', { pid, args: { data: { score } } });
    expect(layoutShift([shift(0.25), shift(0.5), shift(4, 8)], page)).toBe(0.75);
    expect(layoutShift([], page)).toBe(0);
  });
});
