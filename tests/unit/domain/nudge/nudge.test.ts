import { describe, expect, it } from 'vitest';
import {
  nudge,
  quietUntil,
  type NudgeMoment,
  type NudgeRecord,
} from '../../../../lib/domain/nudge/nudge';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const midnight = Date.UTC(2026, 2, 3);
const speakingUp = 0.5;

function moment(changes: Partial<NudgeMoment> = {}): NudgeMoment {
  const minute = changes.minute ?? 600;
  return {
    now: midnight + minute * minuteMs,
    day: '2026-03-03',
    minute,
    hours: { start: 480, end: 1020 },
    resting: false,
    fresh: false,
    odds: 0.5,
    leg: { actions: 6, minutes: 90 },
    cue: false,
    cueToCome: false,
    stretch: false,
    history: [],
    ...changes,
  };
}

const said = (minute: number, changes: Partial<NudgeRecord> = {}): NudgeRecord => ({
  at: midnight + minute * minuteMs,
  day: '2026-03-03',
  minute,
  reason: 'open',
  withheld: false,
  ...changes,
});

const why = (changes: Partial<NudgeMoment>) => {
  const result = nudge(moment(changes), speakingUp);
  return result.speak ? result.reason : result.why;
};
const ago = (ms: number) => moment().now - ms;

describe('what is worth speaking for', () => {
  it.each<[string, Partial<NudgeMoment>, string]>([
    ['odds that can go either way', { odds: 0.15 }, 'open'],
    ['odds at the other end of that', { odds: 0.85 }, 'open'],
    ['a goal as good as reached', { odds: 0.86 }, 'cannot-matter'],
    ['a goal as good as lost', { odds: 0.14 }, 'cannot-matter'],
    ['no odds known', { odds: null }, 'cannot-matter'],
    ['three left half an hour from a checkpoint', { leg: { actions: 3, minutes: 30 } }, 'close'],
    ['four left', { odds: null, leg: { actions: 4, minutes: 30 } }, 'cannot-matter'],
    ['31 minutes left', { odds: null, leg: { actions: 3, minutes: 31 } }, 'cannot-matter'],
    ['a leg that is done', { odds: null, leg: { actions: 0, minutes: 30 } }, 'cannot-matter'],
    ['the first hour of a week', { fresh: true, minute: 539, odds: 0.9 }, 'fresh'],
    ['the second hour of it', { fresh: true, minute: 540, odds: 0.9 }, 'cannot-matter'],
    [
      'the first hour of a week that is safe',
      { fresh: true, minute: 539, odds: 0.91 },
      'cannot-matter',
    ],
    [
      'one left before a checkpoint, of a goal that is safe',
      { odds: 0.91, leg: { actions: 1, minutes: 20 } },
      'cannot-matter',
    ],
    ['the rep’s own rule', { cue: true, odds: 0.99 }, 'cue'],
    ['a goal to stretch', { stretch: true, odds: 1 }, 'stretch'],
  ])('%s', (_what, changes, expected) => {
    expect(why(changes)).toBe(expected);
  });

  it('offers to stretch once a day, and greets a week once', () => {
    const before = [said(485, { reason: 'stretch' })];
    expect(why({ stretch: true, odds: null, history: before })).toBe('cannot-matter');
    const greeted = [said(486, { reason: 'fresh' })];
    expect(why({ fresh: true, minute: 535, odds: null, history: greeted })).toBe('cannot-matter');
  });
});

describe('silence', () => {
  it.each<[string, Partial<NudgeMoment>, string]>([
    ['at rest', { resting: true, cue: true }, 'resting'],
    ['on a day off', { hours: null }, 'outside-hours'],
    ['before work', { minute: 479 }, 'outside-hours'],
    ['after work', { minute: 1020 }, 'outside-hours'],
    ['in the first five minutes', { minute: 484, fresh: true }, 'settling-in'],
    ['not in the sixth', { minute: 485 }, 'open'],
    ['in a call', { callBegunAt: ago(179_000) }, 'in-call'],
    ['not three minutes after it began', { callBegunAt: ago(180_000) }, 'open'],
    ['while typing, for the rep’s own rule too', { cue: true, lastKeyAt: ago(9999) }, 'typing'],
    ['not ten seconds later', { lastKeyAt: ago(10_000) }, 'open'],
    ['19 minutes after a goal', { goalReachedAt: ago(19 * minuteMs) }, 'just-reached'],
    ['not 20 minutes after it', { goalReachedAt: ago(20 * minuteMs) }, 'open'],
    ['but for a stretch', { goalReachedAt: ago(minuteMs), stretch: true, odds: 1 }, 'stretch'],
    ['44 minutes after the last', { history: [said(556)] }, 'too-soon'],
    ['not 45 minutes after it', { history: [said(555)] }, 'open'],
    ['after three', { history: [said(485), said(530), said(550)] }, 'spent'],
    [
      'after three, withheld ones too',
      { history: [485, 530, 550].map((at) => said(at, { withheld: true })) },
      'spent',
    ],
  ])('%s', (_when, changes, expected) => {
    expect(why(changes)).toBe(expected);
  });

  it('backs off after three dismissals in a row, twice as long each time, a week at most', () => {
    const dismissed = (count: number) =>
      Array.from({ length: count }, (_, index) => said(index * 60, { answer: 'dismissed' }));
    const hours = (count: number) =>
      (quietUntil(dismissed(count)) - midnight) / hourMs - (count - 1);
    expect(quietUntil(dismissed(2))).toBe(0);
    expect([3, 4, 5, 6, 10, 11, 30].map(hours)).toEqual([1, 2, 4, 8, 128, 168, 168]);
    expect(quietUntil([...dismissed(9), said(541, { answer: 'accepted' })])).toBe(0);
    const unanswered = said(540);
    expect(quietUntil([...dismissed(3), unanswered])).toBe(midnight + 3 * hourMs);
  });

  it('counts the time from the answer, not from the question', () => {
    const late = [0, 60, 120].map((at) =>
      said(at, { answer: 'dismissed', answeredAt: midnight + (at + 20) * minuteMs }),
    );
    expect(quietUntil(late)).toBe(midnight + 200 * minuteMs);
  });

  it('waits an hour after a snooze, which is neither yes nor no', () => {
    const snoozed = said(550, { answer: 'snoozed', answeredAt: ago(59 * minuteMs) });
    expect(why({ history: [snoozed] })).toBe('backing-off');
    expect(why({ history: [{ ...snoozed, answeredAt: ago(60 * minuteMs) }] })).toBe('open');
    const dismissed = [1, 2].map((at) => said(at, { answer: 'dismissed' }));
    expect(quietUntil([...dismissed, snoozed])).toBe(moment().now + minuteMs);
  });

  it('says no more on a day that was told “not today”, and takes it for a no', () => {
    const no = said(490, { answer: 'not-today' });
    expect(why({ history: [no] })).toBe('not-today');
    expect(why({ history: [no], cue: true })).toBe('not-today');
    expect(why({ history: [{ ...no, day: '2026-03-02' }] })).toBe('open');
    expect(quietUntil([1, 2, 3].map((at) => said(at, { answer: 'not-today' })))).toBeGreaterThan(0);
  });

  it('keeps the last place of the day for a rule of the rep’s own that has not come up yet', () => {
    const history = [said(485), said(530)];
    expect(why({ history, cueToCome: true })).toBe('spent');
    expect(why({ history, cueToCome: true, cue: true })).toBe('cue');
    expect(why({ history, cueToCome: false })).toBe('open');
  });
});

it('withholds 15 % of the moments that are left, by lot', () => {
  const lots = Array.from({ length: 1000 }, (_, index) => index / 1000);
  const withheld = lots.filter((lot) => {
    const result = nudge(moment(), lot);
    return result.speak && result.withheld;
  });
  expect(withheld).toHaveLength(150);
});

it('never withholds a rule of the rep’s own', () => {
  expect(nudge(moment({ cue: true }), 0)).toEqual({ speak: true, reason: 'cue', withheld: false });
});
