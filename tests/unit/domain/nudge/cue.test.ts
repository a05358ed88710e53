import { describe, expect, it } from 'vitest';
import { cueProblem, cuesToCome, type Cue } from '../../../../lib/domain/nudge/cue';
import type { NudgeRecord } from '../../../../lib/domain/nudge/nudge';

const inbox: Cue = { id: 'r1', origin: 'https://mail.example.com', count: 3, kind: 'call' };
const crm: Cue = { id: 'r2', origin: 'https://crm.example.com', count: 1, kind: 'email' };
const day = '2026-03-03';

const cameUp = (minute: number, changes: Partial<NudgeRecord> = {}): NudgeRecord => ({
  at: minute,
  day,
  minute,
  reason: 'cue',
  withheld: false,
  cue: 'r1',
  ...changes,
});

describe('a rule of the rep’s own', () => {
  const toCome = (history: readonly NudgeRecord[], minute: number) =>
    cuesToCome([inbox, crm], history, day, minute).map(({ id }) => id);

  it('comes up once before noon and once after, each rule for itself', () => {
    expect(toCome([], 500)).toEqual(['r1', 'r2']);
    expect(toCome([cameUp(500)], 719)).toEqual(['r2']);
    expect(toCome([cameUp(500)], 720)).toEqual(['r1', 'r2']);
    expect(toCome([cameUp(500), cameUp(720)], 1000)).toEqual(['r2']);
    expect(toCome([cameUp(500, { day: '2026-03-02' })], 500)).toEqual(['r1', 'r2']);
  });

  it('comes up once more after a snooze, and not after a skip', () => {
    expect(toCome([cameUp(500, { answer: 'snoozed' })], 600)).toEqual(['r1', 'r2']);
    expect(toCome([cameUp(500, { answer: 'dismissed' })], 600)).toEqual(['r2']);
    const again = [cameUp(500, { answer: 'snoozed' }), cameUp(600)];
    expect(toCome(again, 700)).toEqual(['r2']);
  });

  it.each([
    ['is possible', inbox, null],
    ['needs a site that is on', { ...inbox, origin: 'https://off.example.com' }, 'no-site'],
    ['asks for one at least', { ...inbox, count: 0 }, 'count'],
    ['asks for five at most', { ...inbox, count: 6 }, 'count'],
    ['asks for whole ones', { ...inbox, count: 1.5 }, 'count'],
    ['needs a number', { ...inbox, count: Number('') }, 'count'],
    ['is one a site: two firsts contradict each other', crm, 'taken'],
  ])('%s', (_what, cue, problem) => {
    expect(cueProblem(cue, [crm], [inbox.origin, crm.origin])).toBe(problem);
  });

  it('is one of five at most', () => {
    const five = [1, 2, 3, 4, 5].map((n) => ({
      ...crm,
      origin: `https://${String(n)}.example.com`,
    }));
    expect(cueProblem(inbox, five, [inbox.origin])).toBe('too-many');
    expect(cueProblem(inbox, five.slice(1), [inbox.origin])).toBeNull();
  });
});
