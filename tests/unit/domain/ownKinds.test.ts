import { describe, expect, test } from 'vitest';
import { actionKinds, builtInKinds, ownActivities, ownOutcomes } from '../../../lib/domain/action';
import { unitsFor } from '../../../lib/domain/amount';
import { familyOf } from '../../../lib/domain/family';
import {
  freePlace,
  isOwn,
  nameProblem,
  namesOf,
  pickable,
  type NamedKind,
} from '../../../lib/domain/ownKinds';

const demo: NamedKind = { kind: 'own1', name: 'Demo' };
const coffee: NamedKind = { kind: 'own2', name: 'Coffee chat', retired: true };
const pilot: NamedKind = { kind: 'result1', name: 'Pilot agreed' };

describe('a name', () => {
  test('is one to forty characters, and no other kind has it', () => {
    expect(nameProblem([demo], ' ')).toBe('empty');
    expect(nameProblem([demo], 'x'.repeat(40))).toBeNull();
    expect(nameProblem([demo], 'x'.repeat(41))).toBe('too-long');
    expect(nameProblem([demo, coffee], ' coffee CHAT ')).toBe('taken');
    expect(nameProblem([demo], ' calls', ['call', 'Calls'])).toBe('taken');
  });

  test('may be the one that a kind has already', () => {
    expect(nameProblem([demo, coffee], 'demo', [], 'own1')).toBeNull();
    expect(nameProblem([demo, coffee], 'Demo', [], 'own2')).toBe('taken');
  });
});

describe('a place', () => {
  test('is never given twice, not after it is retired either', () => {
    expect(freePlace([], 'activity')).toBe('own1');
    expect(freePlace([demo, coffee, pilot], 'activity')).toBe('own3');
    expect(freePlace([demo, coffee, pilot], 'outcome')).toBe('result2');
    const all = ownActivities.map((kind) => ({ kind, name: kind }));
    expect(freePlace(all, 'activity')).toBeNull();
    expect(freePlace(all, 'outcome')).toBe('result1');
  });

  test('says whether it is an activity or an outcome, and can have minutes', () => {
    expect(ownActivities.map((kind) => familyOf({ kinds: [kind] }))).not.toContain('outcome');
    expect(new Set(ownOutcomes.map((kind) => familyOf({ kinds: [kind] })))).toEqual(
      new Set(['outcome']),
    );
    for (const kind of actionKinds.filter(isOwn)) expect(unitsFor(kind)).toEqual(['minutes']);
  });
});

test('what can be picked is what has a name and is not retired, beside what Foothold knows', () => {
  expect(pickable([])).toEqual(builtInKinds);
  expect(pickable([demo, coffee, pilot])).toEqual([...builtInKinds, 'own1', 'result1']);
  expect(namesOf([demo, coffee])).toEqual({ own1: 'Demo', own2: 'Coffee chat' });
});
