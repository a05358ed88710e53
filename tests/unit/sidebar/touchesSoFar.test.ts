import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DetectedAction } from '../../../lib/domain/detected';
import type { Touches } from '../../../lib/domain/touches';
import { onMessage } from '../../../lib/messages/protocol';
import { TouchesSoFar } from '../../../lib/sidebar/touchesSoFar';

/** Of the standing on screen. */
let asOf: number;
let settled: boolean;
let asked: string[];
let answer: (subject: string) => Promise<Touches | null>;
let stopWorker: () => void;
let touches: TouchesSoFar;

beforeEach(() => {
  settled = true;
  asOf = 1;
  asked = [];
  answer = () => Promise.resolve({ count: 2, daysAgo: 3, day: '2026-11-20' });
  stopWorker = onMessage('touches', ({ data }) => {
    asked.push(data);
    return answer(data);
  });
  touches = new TouchesSoFar(
    () => settled,
    () => undefined,
  );
});
afterEach(() => {
  stopWorker();
});

const sent = (own: Partial<DetectedAction> = {}): DetectedAction => ({
  occurrence: 'abcdefghij',
  kinds: ['call'],
  at: 1,
  offset: 0,
  site: 'atomic',
  via: 'one-click',
  evidence: 'said',
  subject: 'contact/17',
  ...own,
});
/** Holds the worker's next answer back until it is let go. */
function held(value: Touches | null) {
  let letGo: (value: Touches | null) => void = () => undefined;
  const waiting = new Promise<Touches | null>((resolve) => (letGo = resolve));
  answer = () => waiting;
  return () => {
    letGo(value);
  };
}
const askedFor = (subjects: readonly string[]) =>
  vi.waitFor(() => {
    expect(asked).toEqual(subjects);
  });

describe('touches so far', () => {
  test('are asked for the record on screen, and for none without one', async () => {
    await touches.ask('contact/17', asOf);
    expect(touches.shown).toEqual({ count: 2, daysAgo: 3, day: '2026-11-20' });
    await touches.ask(undefined, asOf);
    expect(touches.shown).toBeNull();
    expect(asked).toEqual(['contact/17']);
  });

  test('are asked anew for another standing, and not before', async () => {
    await touches.ask('contact/17', asOf);
    await touches.ask('contact/17', asOf);
    expect(asked).toHaveLength(1);
    asOf += 1;
    await touches.ask('contact/17', asOf);
    expect(asked).toHaveLength(2);
  });

  test('are asked again when the answer did not come, or came too early', async () => {
    answer = () => Promise.reject(new Error('gone'));
    await touches.ask('contact/17', asOf);
    settled = false;
    answer = () => Promise.resolve(null);
    await touches.ask('contact/17', asOf);
    settled = true;
    await touches.ask('contact/17', asOf);
    expect(asked).toHaveLength(3);
  });

  test('of one record never show on the next', async () => {
    const letGo = held({ count: 9, daysAgo: 0 });
    const first = touches.ask('contact/17', asOf);
    await askedFor(['contact/17']);
    answer = () => Promise.resolve(null);
    await touches.ask('contact/18', asOf);
    letGo();
    await first;
    expect(touches.shown).toBeNull();
  });

  test('count what was just sent, before the worker does', async () => {
    await touches.ask('contact/17', asOf);
    touches.add(sent());
    expect(touches.shown).toEqual({ count: 3, daysAgo: 0 });
    touches.add(sent({ kinds: ['note'] }));
    touches.add(sent({ subject: 'contact/18' }));
    touches.add(sent({ reverses: true }));
    const { subject: _, ...nobodys } = sent();
    touches.add(nobodys);
    expect(touches.shown).toEqual({ count: 3, daysAgo: 0 });
  });

  test('begin at one', async () => {
    answer = () => Promise.resolve(null);
    await touches.ask('contact/17', asOf);
    touches.add(sent());
    expect(touches.shown).toEqual({ count: 1, daysAgo: 0 });
  });

  test('do not step back for an answer from before what was sent', async () => {
    const letGo = held({ count: 2, daysAgo: 3, day: '2026-11-20' });
    const asking = touches.ask('contact/17', asOf);
    await askedFor(['contact/17']);
    touches.add(sent());
    settled = false;
    letGo();
    await asking;
    expect(touches.shown).toEqual({ count: 1, daysAgo: 0 });
  });

  test('stay as they are when the worker cannot be reached', async () => {
    await touches.ask('contact/17', asOf);
    answer = () => Promise.reject(new Error('gone'));
    asOf += 1;
    await touches.ask('contact/17', asOf);
    expect(touches.shown).toMatchObject({ count: 2 });
  });
});
