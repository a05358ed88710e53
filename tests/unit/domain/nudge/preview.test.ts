import { describe, expect, it } from 'vitest';
import { seeded } from '../../../seeded';
import { addDays, weekdayOf } from '../../../../lib/domain/day';
import { defaultRange, type Goal, type GoalVersion } from '../../../../lib/domain/goal';
import { lastWorkday, previewSteps } from '../../../../lib/domain/nudge/preview';
import { pastOf } from '../../../../lib/domain/odds/past';
import { defaultSchedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';

/** A Tuesday. */
const day = '2026-03-03';

/** Workdays before that day, each with 4 to 12 calls between eight and five. */
function workdays(many: number): Tally[] {
  const next = seeded(7);
  const tallies: Tally[] = [];
  for (let one = addDays(day, -1); tallies.length < many; one = addDays(one, -1)) {
    if (weekdayOf(one) > 5) continue;
    const count = 4 + Math.floor(9 * next());
    const minutes = Array.from({ length: count }, () => Math.floor(480 + 540 * next()));
    tallies.push({ day: one, kind: 'call', minutes: minutes.sort((a, b) => a - b) });
  }
  return tallies;
}
const history = workdays(80);

function preview(minutes: readonly number[], changes: Partial<Goal> = {}, on = day) {
  const plain = { period: 'day', kinds: ['call'], target: 8, ...defaultRange(8) };
  const goals: GoalVersion[] = [
    { id: 'calls', from: '2025-01-01', order: 0, goal: { ...plain, ...changes } as Goal },
  ];
  const tallies = [...history, { day, kind: 'call' as const, minutes }];
  const pasts = new Map([['calls', pastOf(tallies, ['call'], defaultSchedule, on)]]);
  const input = { goals, tallies, schedule: defaultSchedule, day: on, timeZone: 'UTC', pasts };
  return [...previewSteps({ ...input, drives: ['mastery'] })].filter((said) => said !== undefined);
}

describe('what would have been said', () => {
  it('is in moments in which it could still go either way, three at most and 45 minutes apart', () => {
    const said = preview([500, 530, 615]);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(said[0]).toMatchObject({ kind: 'call', drive: 'mastery' });
    const minutes = said.map(({ minute }) => minute);
    for (const [index, minute] of minutes.entries()) {
      expect(minute).toBeGreaterThanOrEqual(485);
      expect(minute).toBeLessThan(1020);
      expect(minute - (minutes[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(45);
    }
  });

  it('is the same however often it is asked', () => {
    expect(preview([500, 530, 615])).toEqual(preview([500, 530, 615]));
  });

  it('knows nothing of the hours that came after it', () => {
    const said = preview([500, 530, 615]);
    const first = said[0]?.minute ?? 0;
    const early = [500, 530, 615].filter((minute) => minute <= first);
    expect(preview([...early, 1000, 1001, 1002])[0]).toEqual(said[0]);
  });

  it('is nothing on a day off, and while the goal rested', () => {
    expect(preview([], {}, '2026-03-01')).toEqual([]);
    expect(preview([500], { hold: { from: day, until: day } })).toEqual([]);
  });

  it('is nothing of a goal that nobody could have reached, but for a checkpoint close by', () => {
    const reasons = preview([500], { target: 400, ...defaultRange(400) }).map(
      ({ reason }) => reason,
    );
    expect(reasons).toEqual([]);
  });

  it('greets a fresh week', () => {
    expect(preview([], {}, '2026-03-02')[0]).toMatchObject({ reason: 'fresh', minute: 490 });
  });
});

it('the last workday is the Friday for a Monday, and none after two weeks off', () => {
  expect(lastWorkday(defaultSchedule, '2026-03-02')).toBe('2026-02-27');
  expect(lastWorkday({ ...defaultSchedule, daysOff: ['2026-02-27'] }, '2026-03-02')).toBe(
    '2026-02-26',
  );
  const never = {
    ...defaultSchedule,
    hours: { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null },
  };
  expect(lastWorkday(never, '2026-03-02')).toBeNull();
});
