import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noon, openJournal, useJournals } from './open';
import type { ActionKind } from '../../../lib/domain/action';
import { actionId } from '../../../lib/domain/action';
import type { DetectedAction } from '../../../lib/domain/detected';
import {
  correctAction,
  rebuildTallies,
  recordAction,
  voidAction,
} from '../../../lib/journal/actions';
import type { Remarks } from '../../../lib/domain/remarks';
import type { Journal } from '../../../lib/journal/database';

useJournals();

const occurrences = ['first-one-', 'second-one', 'third-one-', 'fourth-one'] as const;
const kind = fc.constantFrom<ActionKind[]>('call', 'note', 'learning');
const remarks = fc.constantFrom<Remarks[]>(
  {},
  { tags: ['connected'] },
  { tags: ['voicemail', 'senior'] },
  { tags: ['next'] },
  { amount: { count: 30, unit: 'minutes' } },
  { amount: { count: 12, unit: 'pages' } },
);
const occurrence = fc.constantFrom(...occurrences);
const at = fc.integer({ min: noon - 90_000_000, max: noon + 90_000_000 });

const record = fc
  .record({
    occurrence,
    kinds: fc.uniqueArray(kind, { minLength: 1, maxLength: 3 }),
    at,
    offset: fc.constantFrom(-480, -300, 0, 60, 345, 840),
    rule: fc.constantFrom('atomic/tel', 'atomic/task'),
    subject: fc.constantFrom(undefined, 'contact/17', 'contact/18'),
    once: fc.constantFrom(
      undefined,
      { key: 'atomic/task 1', per: 'ever' as const },
      { key: 'atomic/task 1', per: 'day' as const },
    ),
    reverses: fc.constantFrom(undefined, undefined, undefined, true as const),
    remarks,
    dayStartsAt: fc.constantFrom(0, 240),
  })
  .map((own) => ({ does: 'record' as const, ...own }));
const target = { occurrence, kind };
const step = fc.oneof(
  { weight: 5, arbitrary: record },
  fc.record({ does: fc.constant('void' as const), ...target }),
  fc.record({
    does: fc.constant('correct' as const),
    ...target,
    to: fc.option(kind, { nil: undefined }),
    at: fc.option(at, { nil: undefined }),
    remarks: fc.option(remarks, { nil: undefined }),
    as: occurrence,
  }),
  fc.record({ does: fc.constant('rebuild' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(journal: Journal, one: Step): Promise<unknown> {
  switch (one.does) {
    case 'record': {
      const { does: _does, dayStartsAt, kinds, subject, once, reverses, remarks, ...rest } = one;
      const action: DetectedAction = {
        ...rest,
        kinds: kinds as [ActionKind, ...ActionKind[]],
        site: 'atomic',
        via: 'page',
        evidence: 'request',
        ...(subject !== undefined && { subject }),
        ...(once !== undefined && { once }),
        ...(reverses !== undefined && { reverses }),
        ...remarks,
      };
      return recordAction(journal, action, dayStartsAt, () => noon);
    }
    case 'void':
      return voidAction(journal, actionId(one.occurrence, one.kind), noon);
    case 'correct':
      return correctAction(
        journal,
        {
          id: actionId(one.occurrence, one.kind),
          ...(one.to !== undefined && { kind: one.to }),
          ...(one.at !== undefined && { at: one.at }),
          ...(one.remarks && { remarks: one.remarks }),
        },
        `${one.as}${String((corrections += 1))}`,
        () => noon,
        0,
      );
    case 'rebuild':
      return rebuildTallies(journal);
  }
}
let corrections = 0;

/** Counted by hand, without the code under test: minutes from the day's midnight on the wall where the rep was. */
async function recount(journal: Journal): Promise<unknown> {
  const counts = new Map<string, Counted>();
  for (const row of await journal.actions.toArray()) {
    if (row.voidedAt !== undefined) continue;
    const wall = row.at + row.offset * 60_000;
    const minute = Math.floor((wall - Date.parse(`${row.day}T00:00:00Z`)) / 60_000);
    const key = `${row.day} ${row.kind}`;
    const { minutes, tagged, amounts } = counts.get(key) ?? nothing;
    counts.set(key, {
      minutes: [...minutes, minute].sort((a, b) => a - b),
      tagged: (row.tags ?? []).reduce<Counted['tagged']>(
        (sum, tag) => ({ ...sum, [tag]: (sum[tag] ?? 0) + 1 }),
        tagged,
      ),
      amounts: row.amount
        ? { ...amounts, [row.amount.unit]: (amounts[row.amount.unit] ?? 0) + row.amount.count }
        : amounts,
    });
  }
  return Object.fromEntries(counts);
}

interface Counted {
  readonly minutes: readonly number[];
  readonly tagged: Readonly<Record<string, number>>;
  readonly amounts: Readonly<Record<string, number>>;
}
const nothing: Counted = { minutes: [], tagged: {}, amounts: {} };

async function stored(journal: Journal): Promise<unknown> {
  const tallies = await journal.tallies.toArray();
  return Object.fromEntries(
    tallies.map(({ day, kind, minutes, tagged = {}, amounts = {} }) => [
      `${day} ${kind}`,
      { minutes, tagged, amounts },
    ]),
  );
}

test('whatever is recorded, undone, corrected, taken back or rebuilt, the tallies equal a recount', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const journal = openJournal(`run ${String((run += 1))}`);
      try {
        for (const one of steps) {
          await take(journal, one);
          expect(await stored(journal)).toEqual(await recount(journal));
        }
      } finally {
        journal.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
