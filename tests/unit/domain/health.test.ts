import { describe, expect, test } from 'vitest';
import {
  countsByRule,
  hasStopped,
  isMissing,
  missesToTell,
  troubledRules,
  withMiss,
  type Counts,
} from '../../../lib/domain/health';
import { healthReport } from '../../../lib/domain/healthReport';

const day = (date: number, counts: Counts, rule = 'atomic/note') => ({
  day: `2026-03-${String(date).padStart(2, '0')}`,
  rule,
  ...counts,
});

describe('a rule that used to be confirmed', () => {
  const good = [day(1, { confirmed: 8 }), day(2, { confirmed: 7, unconfirmed: 1 })];

  test('has stopped when half of its latest ten run out of time', () => {
    expect(hasStopped([...good, day(3, { unconfirmed: 5, confirmed: 5 })])).toBe(true);
    expect(hasStopped([...good, day(3, { unconfirmed: 4, confirmed: 6 })])).toBe(false);
    expect(hasStopped([day(4, { unconfirmed: 6 }), ...good, day(3, { unconfirmed: 4 })])).toBe(
      true,
    );
  });

  test('has not after fewer than ten', () => {
    expect(hasStopped([...good, day(3, { unconfirmed: 9 })])).toBe(false);
  });

  test('has not when intents fail, are called off or are no action', () => {
    expect(hasStopped([...good, day(3, { failed: 20, cancelled: 20 })])).toBe(false);
    expect(hasStopped([...good, day(3, { unmatched: 20, unconfirmed: 10 })])).toBe(false);
  });

  test('is trusted again once it is confirmed', () => {
    expect(hasStopped([...good, day(3, { unconfirmed: 10 }), day(4, { confirmed: 10 })])).toBe(
      false,
    );
  });
});

test('a rule that often starts for nothing never counts as stopped, nor does a new one', () => {
  expect(hasStopped([day(1, { confirmed: 9, unconfirmed: 3 }), day(2, { unconfirmed: 20 })])).toBe(
    false,
  );
  expect(hasStopped([day(1, { unconfirmed: 40 })])).toBe(false);
  expect(hasStopped([])).toBe(false);
});

test('a rule that threw is in trouble for the day; the others are not', () => {
  const days = [
    day(2, { broken: 3, confirmed: 1 }, 'atomic/task'),
    day(3, { broken: 1 }, 'atomic/note'),
    day(3, { confirmed: 4 }, 'atomic/contact'),
  ];
  expect(troubledRules(days, '2026-03-03')).toEqual(['atomic/note']);
  expect(troubledRules(days, '2026-03-04')).toEqual([]);
});

test('counts add up by rule', () => {
  const days = [
    day(1, { confirmed: 2, failed: 1 }, 'b/note'),
    day(1, { cancelled: 1 }, 'a/note'),
    day(2, { confirmed: 3 }, 'b/note'),
  ];
  expect([...countsByRule(days)]).toEqual([
    ['a/note', { cancelled: 1 }],
    ['b/note', { confirmed: 5, failed: 1 }],
  ]);
});

describe('a kind of page', () => {
  const after = (...things: readonly string[]) => {
    let known: readonly string[] = [];
    for (const thing of things) known = withMiss({ things: known }, thing);
    return isMissing({ origin: 'https://crm.test', kind: 'contact', at: 0, things: known });
  };

  test('is missing after different ones were missed, not after one that is missed again and again', () => {
    expect(missesToTell).toBe(3);
    expect(after('17', '18')).toBe(false);
    expect(after('17', '17', '17', '17', '18')).toBe(false);
    expect(after('17', '18', '19')).toBe(true);
    expect(after('17', '18', '19', '20', '20')).toBe(true);
  });
});

describe('the report', () => {
  const agent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  const report = (browser: string) =>
    healthReport({
      foothold: '0.1.0',
      browser,
      site: 'atomic',
      unrecognised: { pages: ['contact'], rules: ['atomic/note'] },
      counts: new Map([['atomic/note', { confirmed: 12, unconfirmed: 6 }]]),
    });

  test('says everything in a few lines', () => {
    expect(report(agent)).toBe(
      [
        'foothold 0.1.0',
        'browser Chrome/156.0.0.0',
        'site atomic',
        'landmark contact',
        'trouble atomic/note',
        'rule atomic/note confirmed 12 unmatched 0 unconfirmed 6 failed 0 cancelled 0 broken 0',
      ].join('\n'),
    );
  });

  test('names the browser, not what it claims to be like, nor the machine', () => {
    expect(report(`${agent} Edg/156.1.2.3`)).toContain('\nbrowser Edg/156.1.2.3\n');
    expect(
      report('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
    ).toContain('\nbrowser Firefox/140.0\n');
    expect(report('something else')).toContain('\nbrowser \n');
  });
});
