import { describe, expect, test } from 'vitest';
import { newOccurrence } from '../../../lib/domain/occurrence';
import { defaultGoals } from '../../../lib/domain/goal';
import { isOutboxKey, outboxKey } from '../../../lib/messages/outboxKey';
import { correction, detectedAction, goalVersions } from '../../../lib/messages/schema';

const action = {
  occurrence: 'abcdefghijklmnop',
  kinds: ['call'],
  at: Date.UTC(2026, 2, 2, 12),
  offset: 60,
  site: 'atomic',
  via: 'page',
  evidence: 'request',
};
const accepts = (own: object) => detectedAction.safeParse({ ...action, ...own }).success;

describe('a reported action', () => {
  test('is accepted with what it needs, and with all it may have', () => {
    expect(accepts({})).toBe(true);
    expect(
      accepts({
        rule: 'atomic/task',
        subject: 'contact/17',
        once: { key: 'atomic/task 12', per: 'ever' },
        reverses: true,
        kinds: ['contact', 'company', 'opportunity'],
      }),
    ).toBe(true);
    expect(accepts({ tags: ['connected', 'senior', 'next', 'note'] })).toBe(true);
  });

  test('is accepted with every occurrence we make', () => {
    for (let index = 0; index < 200; index += 1)
      expect(accepts({ occurrence: newOccurrence() })).toBe(true);
  });

  test.each<[string, object]>([
    ['an unknown field', { html: '<b>page</b>' }],
    ['an unknown field inside', { once: { key: 'x', per: 'ever', html: '' } }],
    ['a huge occurrence', { occurrence: 'a'.repeat(65) }],
    ['an occurrence that could be another row’s', { occurrence: 'abcdefghij/call' }],
    ['a guessable occurrence', { occurrence: '1' }],
    ['a huge site', { site: 'x'.repeat(301) }],
    ['a huge rule', { rule: 'x'.repeat(100_000) }],
    ['a huge subject', { subject: 'x'.repeat(100_000) }],
    ['a huge key', { once: { key: 'x'.repeat(100_000), per: 'day' } }],
    ['an empty subject', { subject: '' }],
    ['no kind', { kinds: [] }],
    ['an unknown kind', { kinds: ['bribe'] }],
    ['one kind twice', { kinds: ['call', 'call'] }],
    ['kinds without end', { kinds: Array.from({ length: 1000 }, () => 'call') }],
    ['a negative time', { at: -1 }],
    ['half a millisecond', { at: 0.5 }],
    ['a time that is none', { at: Number.NaN }],
    ['a time as text', { at: '2026-03-02' }],
    ['a time beyond the calendar', { at: 8.65e15 }],
    ['an offset of no place', { offset: -1500 }],
    ['an unknown way', { via: 'telepathy' }],
    ['an unknown proof', { evidence: 'hope' }],
    ['a reverse that is not one', { reverses: false }],
    ['a once of an unknown period', { once: { key: 'x', per: 'week' } }],
    ['a tag that is a text', { tags: ['Ada Lovelace, CTO'] }],
    ['two outcomes', { tags: ['connected', 'voicemail'] }],
    ['an amount of a call', { amount: { count: 30, unit: 'minutes' } }],
    ['half a page', { kinds: ['learning'], amount: { count: 0.5, unit: 'pages' } }],
    ['an outcome of an email', { kinds: ['email'], tags: ['connected'] }],
  ])('is refused with %s', (_what, own) => {
    expect(accepts(own)).toBe(false);
  });

  test.each(['occurrence', 'kinds', 'at', 'offset', 'site', 'via', 'evidence'])(
    'is refused without its %s',
    (field) => {
      expect(accepts({ [field]: undefined })).toBe(false);
    },
  );

  test.each([null, undefined, 'x', 7, []])('is not %j', (nothing) => {
    expect(detectedAction.safeParse(nothing).success).toBe(false);
  });
});

test('a correction names a row and changes its kind, its time or what is said of it', () => {
  const fits = (own: object) => correction.safeParse(own).success;
  expect(fits({ id: 'abcdefghij/call', kind: 'email', at: 5 })).toBe(true);
  expect(fits({ id: 'abcdefghij/call' })).toBe(true);
  expect(fits({ id: 'abcdefghij/call', remarks: {} })).toBe(true);
  expect(fits({ id: 'abcdefghij/call', words: '' })).toBe(true);
  expect(fits({ id: 'abcdefghij/call', words: 'x'.repeat(201) })).toBe(false);
  expect(fits({ id: 'abcdefghij/call', remarks: { tags: ['rude'] } })).toBe(false);
  expect(fits({ kind: 'email' })).toBe(false);
  expect(fits({ id: 'abcdefghij/call', day: '2026-03-02' })).toBe(false);
  expect(fits({ id: 'abcdefghij/call', at: -5 })).toBe(false);
});

test('goals are accepted as we make them, and refused when they could not be pursued', () => {
  const [first] = defaultGoals('2026-03-02');
  expect(goalVersions.safeParse(defaultGoals('2026-03-02')).success).toBe(true);
  expect(goalVersions.safeParse([{ ...first, goal: null }]).success).toBe(true);
  const broken = [
    { ...first, from: '2026-02-30' },
    { ...first, order: -1 },
    { ...first, note: 'x' },
    { ...first, goal: { ...first?.goal, target: 0 } },
    { ...first, goal: { ...first?.goal, target: 2.5 } },
    { ...first, goal: { ...first?.goal, kinds: [] } },
    { ...first, goal: { ...first?.goal, period: 'century' } },
  ];
  for (const one of broken) expect(goalVersions.safeParse([one]).success).toBe(false);
  expect(goalVersions.safeParse(Array.from({ length: 51 }, () => first)).success).toBe(false);
});

test('a goal beside the route stands in the place of one that is counted', () => {
  const [first] = defaultGoals('2026-03-02');
  const side = { kind: 'call', what: 'connected', target: 60, period: 'week' };
  const accepts = (own: object) => goalVersions.safeParse([{ ...first, ...own }]).success;
  expect(accepts({ goal: null, side })).toBe(true);
  const minutes = {
    kind: 'learning',
    what: 'minutes',
    target: 60,
    period: 'week',
  };
  expect(accepts({ goal: null, side: minutes })).toBe(true);
  expect(accepts({ goal: null, side: { ...minutes, kind: 'call' } })).toBe(false);
  expect(accepts({ side })).toBe(false);
  for (const wrong of [
    { target: 0 },
    { target: 101 },
    { what: 'rude' },
    { kind: 'email' },
    { period: 'day' },
    { note: 'x' },
  ])
    expect(accepts({ goal: null, side: { ...side, ...wrong } })).toBe(false);
});

test('what a page wrote down is told apart from everything else in that storage', () => {
  expect(isOutboxKey(outboxKey('abcdefghij'))).toBe(true);
  expect(outboxKey('a')).not.toBe(outboxKey('b'));
  for (const other of ['pending 3', 'standing', 'sites', ''])
    expect(isOutboxKey(other)).toBe(false);
});
