import { describe, expect, it } from 'vitest';
import { isFresh, momentOf, type NudgeGround } from '../../../../lib/domain/nudge/moment';
import { doneOf } from '../../../../lib/domain/nudge/progress';
import { spokenOf } from '../../../../lib/domain/nudge/spoken';
import type { ActiveGoal } from '../../../../lib/domain/activeGoals';
import { defaultSchedule } from '../../../../lib/domain/schedule';
import { foothold, goal, recent, standing } from '../../components/samples';

const span = { first: '2026-11-24', last: '2026-11-24' };
const odds = (p: number, rough = false) => ({ p, rough, span });
const record = (reason: 'open' | 'cue' | 'stretch', minute = 606) =>
  ({ at: 7, day: '2026-11-24', minute, reason, withheld: false }) as const;

/** Tuesday 10:06, two of five done on the way to 10:30. */
function ground(changes: Partial<NudgeGround> = {}): NudgeGround {
  return {
    standing: standing(),
    tallies: [],
    schedule: defaultSchedule,
    timeZone: 'UTC',
    history: [],
    on: true,
    cue: null,
    cueToCome: false,
    stretch: null,
    ...changes,
  };
}

describe('the moment of a standing', () => {
  it('has what is left to the next checkpoint, in actions and working minutes', () => {
    const moment = momentOf(ground());
    expect(moment).toMatchObject({ minute: 606, leg: { actions: 3, minutes: 24 }, resting: false });
    const late = momentOf(
      ground({ standing: standing({ computedAt: standing().computedAt + 7 * 3600_000 }) }),
    );
    expect(late.leg).toBeNull();
  });

  it('has the odds of the goal that is next, unless they rest on other people’s figures', () => {
    const oddsOf = (p: number, rough: boolean) =>
      momentOf(ground({ standing: standing({ goals: [goal({ odds: odds(p, rough) })] }) })).odds;
    expect(oddsOf(0.4, false)).toBe(0.4);
    expect(oddsOf(0.4, true)).toBeNull();
  });

  it('takes the last call for one that may last, and a goal reached or a win for a rest', () => {
    const at = standing().computedAt - 1000;
    const moment = (changes: object) => momentOf(ground({ standing: standing(changes) }));
    expect(moment({ recent: [recent({ at })] })).toMatchObject({ callBegunAt: at });
    expect(moment({ recent: [recent({ at })] }).goalReachedAt).toBeUndefined();
    expect(moment({ recent: [recent({ at, kind: 'win' })] }).goalReachedAt).toBe(at);
    const reached = goal({ done: 20, today: { target: 20, done: 20 } });
    expect(moment({ goals: [reached], recent: [recent({ at })] }).goalReachedAt).toBe(at);
  });

  it('knows of a win and a call though many other things were done since', () => {
    const since = ['a', 'b', 'c', 'd', 'e'].map((id) => recent({ id, kind: 'email' }));
    const tallies = [
      { day: '2026-11-24', kind: 'win', minutes: [540, 601] },
      { day: '2026-11-24', kind: 'call', minutes: [604] },
      { day: '2026-11-23', kind: 'call', minutes: [700] },
    ] as const;
    const moment = momentOf(ground({ standing: standing({ recent: since }), tallies }));
    const minute = (of: number) => Date.UTC(2026, 10, 24, 0, of);
    expect(moment).toMatchObject({ goalReachedAt: minute(601), callBegunAt: minute(604) });
  });

  it.each([
    ['paused', true],
    ['day-off', true],
    ['held', true],
    ['after-hours', true],
    ['no-goals', true],
    ['reached', false],
  ] as const)('%s is a rest: %s', (rest, resting) => {
    expect(momentOf(ground({ standing: standing({ rest, foothold: null }) })).resting).toBe(
      resting,
    );
  });

  it('has nothing but the rep’s own rules while nudges are off', () => {
    const cue = { id: 'r1', origin: 'https://mail.example.com', count: 3, kind: 'call' } as const;
    const goals = [goal({ odds: odds(0.5) })];
    const off = momentOf(
      ground({ standing: standing({ goals }), on: false, cue, stretch: {} as ActiveGoal }),
    );
    expect(off).toMatchObject({ cue: true, stretch: false, odds: null, leg: null, fresh: false });
  });
});

it('a week and a month begin afresh on their first workday', () => {
  const fresh = (day: string, daysOff: readonly string[] = []) =>
    isFresh(day, { ...defaultSchedule, daysOff });
  expect(fresh('2026-11-23')).toBe(true);
  expect(fresh('2026-11-24')).toBe(false);
  expect(fresh('2026-11-24', ['2026-11-23'])).toBe(true);
  expect(fresh('2026-11-22')).toBe(false);
  // Tuesday, 1 December 2026
  expect(fresh('2026-12-01')).toBe(true);
  expect(fresh('2026-12-02')).toBe(false);
  expect(fresh('2026-12-02', ['2026-12-01'])).toBe(true);
});

describe('what is said', () => {
  it('is the next small step, for 25 minutes, in the words of a drive in turn', () => {
    const said = (history: NudgeGround['history']) =>
      spokenOf(record('open'), ground({ history }), ['money', 'freedom']);
    expect(said([])).toEqual({
      at: 7,
      until: 7 + 25 * 60_000,
      reason: 'open',
      kind: 'call',
      count: 3,
      drive: 'money',
    });
    expect(said([record('open', 500)]).drive).toBe('freedom');
    expect(spokenOf(record('open'), ground(), [])).not.toHaveProperty('drive');
  });

  it('of a rule of the rep’s own is what that says, counted from when it was met', () => {
    const cue = { id: 'r1', origin: 'https://mail.example.com', count: 3, kind: 'email' } as const;
    const said = spokenOf(
      record('cue'),
      ground({ standing: standing({ totals: { email: 4 } }), cue }),
      [],
    );
    expect(said).toMatchObject({ kind: 'email', count: 3, base: 4 });
    const done = (email: number) => doneOf(said, { totals: { email } });
    expect([3, 4, 5, 7, 9].map(done)).toEqual([0, 0, 1, 3, 3]);
  });

  it('close to a checkpoint is all that is left to it, also where the next step is smaller', () => {
    const small = standing({ foothold: foothold({ size: 2, done: 0, due: 'soon' }) });
    const said = spokenOf({ ...record('open'), reason: 'close' }, ground({ standing: small }), []);
    expect(said).toMatchObject({ reason: 'close', count: 3 });
  });

  it('of a goal to stretch is what is missing to 125 %', () => {
    const stretch = { id: 'calls', goal: { kinds: ['call'], target: 8 }, done: 9 };
    const said = spokenOf(
      record('stretch'),
      ground({ stretch: stretch as unknown as ActiveGoal, standing: standing({ foothold: null }) }),
      [],
    );
    expect(said).toMatchObject({ kind: 'call', count: 1, goalId: 'calls' });
  });

  it('has a foothold that is done ask for one more', () => {
    const done = standing({ foothold: foothold({ done: 5 }) });
    expect(spokenOf(record('open'), ground({ standing: done }), []).count).toBe(1);
  });
});
