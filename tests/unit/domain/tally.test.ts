import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../../lib/domain/action';
import { dayOf, minuteOf } from '../../../lib/domain/day';
import type { Tally } from '../../../lib/domain/tally';
import type { Remarks } from '../../../lib/domain/remarks';
import { addMinute, countOf, removeMinute, tallyOf } from '../../../lib/domain/tally';

const nothing: Tally = { day: '2026-03-02', kind: 'call', minutes: [] };

test('minutes stay in order', () => {
  const two = addMinute(addMinute(nothing, 600), 540);
  expect(addMinute(two, 570).minutes).toEqual([540, 570, 600]);
  expect(nothing.minutes).toEqual([]);
});

test('one of two in the same minute is taken away, and what is not there is not', () => {
  const twice = addMinute(addMinute(nothing, 600), 600);
  expect(removeMinute(twice, 600).minutes).toEqual([600]);
  expect(removeMinute(twice, 601)).toBe(twice);
});

test('remarks come and go with their action, and none is left behind as 0', () => {
  const good = { tags: ['connected', 'senior'] } as const;
  const two = addMinute(addMinute(nothing, 600, good), 610, { tags: ['connected'] });
  expect(two.tagged).toEqual({ connected: 2, senior: 1 });
  expect(removeMinute(two, 600, good).tagged).toEqual({ connected: 1 });
  expect(removeMinute(addMinute(nothing, 600, good), 600, good)).toEqual(nothing);

  const minutes = { amount: { count: 30, unit: 'minutes' } } as const;
  const pages = { amount: { count: 12, unit: 'pages' } } as const;
  const read = addMinute(addMinute(addMinute(nothing, 600, minutes), 610, minutes), 620, pages);
  expect(read.amounts).toEqual({ minutes: 60, pages: 12 });
  expect(removeMinute(read, 620, pages).amounts).toEqual({ minutes: 60 });
});

test('counts of one day, over some kinds', () => {
  const tallies: Tally[] = [
    { day: '2026-03-02', kind: 'call', minutes: [540, 541] },
    { day: '2026-03-02', kind: 'email', minutes: [550] },
    { day: '2026-03-02', kind: 'note', minutes: [560] },
    { day: '2026-03-03', kind: 'call', minutes: [570] },
  ];
  expect(countOf(tallies, '2026-03-02', ['call', 'email'])).toBe(3);
  expect(countOf(tallies, '2026-03-04', ['call'])).toBe(0);
});

test('an action that was recorded in Berlin keeps its day in New York', () => {
  const lateCall = {
    kind: 'call',
    at: Date.UTC(2026, 2, 2, 22, 30),
    offset: 60,
    day: '2026-03-02',
  } as const;
  const nextCall = { ...lateCall, at: Date.UTC(2026, 2, 3, 2, 0), offset: -300 };
  expect(tallyOf([lateCall, nextCall])).toEqual([
    { day: '2026-03-02', kind: 'call', minutes: [21 * 60, 23 * 60 + 30] },
  ]);
});

test('counting one by one is the same as recounting', () => {
  const row = fc
    .record({
      kind: fc.constantFrom<Action['kind'][]>('call', 'note'),
      at: fc.integer({ min: Date.UTC(2026, 2, 28), max: Date.UTC(2026, 2, 31) }),
      offset: fc.constantFrom(-240, 0, 60, 120, 345),
      remarks: fc.constantFrom<Remarks[]>(
        {},
        { tags: ['connected'] },
        { tags: ['voicemail', 'next'] },
        { amount: { count: 30, unit: 'minutes' } },
        { amount: { count: 7, unit: 'pages' } },
      ),
      voided: fc.boolean(),
    })
    .map((one) => ({ ...one, day: dayOf(one.at, one.offset, 240) }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const known = new Map<string, Tally>();
      const change = (
        { day, kind, at, offset, remarks }: (typeof rows)[number],
        how: typeof addMinute,
      ) => {
        const before = known.get(`${day} ${kind}`) ?? { day, kind, minutes: [] };
        known.set(`${day} ${kind}`, how(before, minuteOf(at, offset, day), remarks));
      };
      for (const one of rows) change(one, addMinute);
      for (const one of rows.filter(({ voided }) => voided)) change(one, removeMinute);
      const byName = (a: Tally, b: Tally) =>
        `${a.day} ${a.kind}`.localeCompare(`${b.day} ${b.kind}`);
      const counted = [...known.values()].filter(({ minutes }) => minutes.length > 0).sort(byName);
      const recounted = tallyOf(
        rows.map(({ voided, remarks, ...one }) => ({
          ...one,
          ...remarks,
          ...(voided && { voidedAt: one.at }),
        })),
      );
      expect([...recounted].sort(byName)).toEqual(counted);
    }),
  );
});
