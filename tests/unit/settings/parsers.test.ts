import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualReviews } from '../../../lib/domain/reviewTimes';
import { checkSchedule, defaultSchedule } from '../../../lib/domain/schedule';
import { parseHealth } from '../../../lib/settings/health';
import { parseLayout } from '../../../lib/settings/layout';
import { parseSchedule } from '../../../lib/settings/schedule';
import { parseSites, patternOf } from '../../../lib/settings/sites';

/** Anything at all, and often the real keys with anything at all in them. */
const damaged = (...keys: readonly string[]) =>
  fc.oneof(
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
    fc.dictionary(fc.constantFrom(...keys), fc.anything()),
    fc.array(fc.dictionary(fc.constantFrom(...keys), fc.anything())),
  );

describe('the schedule', () => {
  const keys = [
    'dayStartsAt',
    'weekStartsOn',
    'hours',
    'daysOff',
    'checkpoints',
    'frontLoad',
    'reviews',
    'earlier',
    'earlierWeeks',
    'expectations',
  ];
  const own = {
    dayStartsAt: 240,
    weekStartsOn: 7 as const,
    hours: { ...defaultSchedule.hours, 5: { start: 480, end: 780 }, 6: { start: 600, end: 720 } },
    daysOff: ['2026-12-24'],
    checkpoints: [{ at: 600, anchor: 'coffee' as const, share: 0.5 }, { at: 780 }],
  };

  test('comes back as it was stored', () => {
    expect(parseSchedule(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });

  test('is a default one where there is none', () => {
    for (const nothing of [undefined, null, 'x', 7, [], true])
      expect(parseSchedule(nothing)).toEqual(defaultSchedule);
  });

  test.each<[string, unknown]>([
    ['dayStartsAt', 'four'],
    ['dayStartsAt', -1],
    ['dayStartsAt', undefined],
    ['weekStartsOn', 8],
    ['hours', undefined],
    ['hours', 'nine to five'],
    ['daysOff', ['Christmas']],
    ['daysOff', undefined],
    ['checkpoints', [{ at: 'noon' }]],
    ['checkpoints', null],
  ])('with a damaged %s (%j) keeps every other field', (field, value) => {
    expect(parseSchedule({ ...own, [field]: value })).toEqual({
      ...own,
      [field]: defaultSchedule[field as keyof typeof defaultSchedule],
    });
  });

  test('keeps how much more is due in the morning, and has it even where that cannot be', () => {
    expect(parseSchedule({ ...own, frontLoad: 0.1 })).toEqual({ ...own, frontLoad: 0.1 });
    for (const wrong of ['more', -0.1, 0.3, null, NaN])
      expect(parseSchedule({ ...own, frontLoad: wrong })).toEqual({ ...own, frontLoad: 0 });
  });

  test('keeps when the rep reviews; what cannot be read, or be, is as usual and costs nothing else', () => {
    const reviews = { midweek: { weekday: 2, minute: 600 }, everySecond: '2026-03-02' };
    expect(parseSchedule({ ...own, reviews })).toEqual({ ...own, reviews });
    const none = { midweek: null };
    expect(parseSchedule({ ...own, reviews: none })).toEqual({ ...own, reviews: none });
    for (const wrong of ['noon', null, {}, { midweek: { weekday: 8, minute: 600 } }])
      expect(parseSchedule({ ...own, reviews: wrong })).toEqual({ ...own, reviews: usualReviews });
    for (const never of [
      { weekday: 7, minute: 600 },
      { weekday: 6, minute: 600 },
      { weekday: 2, minute: 479 },
    ])
      expect(parseSchedule({ ...own, reviews: { midweek: never } })).toEqual(own);
  });

  test('keeps how weeks were cut before, oldest first, and none of it where it is damaged', () => {
    const [first, second] = [
      { last: '2026-03-01', weekStartsOn: 1 },
      { last: '2026-03-08', weekStartsOn: 6 },
    ];
    const weeks = (...earlierWeeks: unknown[]) => parseSchedule({ ...own, earlierWeeks });
    expect(weeks(second, first)).toEqual({ ...own, earlierWeeks: [first, second] });
    for (const wrong of [{ ...first, last: 'x' }, { ...first, weekStartsOn: 8 }, null])
      expect(weeks(wrong)).toEqual({ ...own, earlierWeeks: [] });
  });

  test('keeps what is expected, and drops it where it contradicts itself', () => {
    const one = { percent: 20, reason: 'list', first: '2026-03-02', last: '2026-03-13' };
    const twice = [one, { ...one, percent: -10 }];
    expect(parseSchedule({ ...own, expectations: [one] })).toEqual({ ...own, expectations: [one] });
    for (const wrong of [twice, [{ ...one, reason: '' }], [{ ...one, percent: 31 }], 'more'])
      expect(parseSchedule({ ...own, expectations: wrong })).toEqual({ ...own, expectations: [] });
  });

  describe('that has changed', () => {
    const { hours, checkpoints } = own;
    const spring = { last: '2026-03-01', hours, checkpoints };
    const summer = { ...spring, last: '2026-06-30', checkpoints: [{ at: 700 }] };
    const earlier = (...all: unknown[]) => parseSchedule({ ...own, earlier: all }).earlier;

    test('keeps what applied before, oldest first', () => {
      const stored = { ...own, earlier: [spring, summer] };
      expect(parseSchedule(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
      expect(earlier(summer, spring)).toEqual([spring, summer]);
    });

    test.each([null, 'x', {}, { ...spring, last: 'yesterday' }, { ...spring, last: undefined }])(
      'leaves out one without a last day (%j), and only that',
      (damaged) => {
        expect(earlier(spring, damaged, summer)).toEqual([spring, summer]);
      },
    );

    test('keeps of one what can be read', () => {
      expect(earlier({ ...spring, checkpoints: 'noon' }, summer)).toEqual([
        { ...spring, checkpoints: defaultSchedule.checkpoints },
        summer,
      ]);
      expect(earlier({ ...spring, hours: { ...hours, 5: 'short' } })).toEqual([
        { ...spring, hours: { ...hours, 5: defaultSchedule.hours[5] } },
      ]);
    });

    test('and has lost what applied before still is what it is', () => {
      for (const damaged of [null, 7, 'x', { 0: spring }])
        expect(parseSchedule({ ...own, earlier: damaged })).toEqual({ ...own, earlier: [] });
    });
  });

  test('with one damaged weekday keeps the others', () => {
    const hours = { ...own.hours, 5: { start: 'early' } };
    expect(parseSchedule({ ...own, hours }).hours).toEqual({
      ...own.hours,
      5: defaultSchedule.hours[5],
    });
  });

  test('never throws, and can always be worked by', () => {
    fc.assert(
      fc.property(damaged(...keys), (stored) => {
        expect(checkSchedule(parseSchedule(stored))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the layout', () => {
  test('falls back field by field', () => {
    expect(parseLayout({ side: 'left', collapsed: true })).toEqual({
      side: 'left',
      collapsed: true,
    });
    expect(parseLayout({ side: 'top', collapsed: true })).toEqual({
      side: 'right',
      collapsed: true,
    });
    expect(parseLayout({ side: 'left', collapsed: 'yes' })).toEqual({
      side: 'left',
      collapsed: false,
    });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(damaged('side', 'collapsed'), (stored) => {
        const { side, collapsed } = parseLayout(stored);
        expect(['left', 'right']).toContain(side);
        expect(typeof collapsed).toBe('boolean');
      }),
    );
  });
});

describe('the sites', () => {
  const good = { origin: 'https://crm.example.com', site: 'atomic', on: true };

  test('leave a damaged entry out and keep the others', () => {
    expect(parseSites([null, { origin: 7 }, good, 'x', { site: 'atomic' }, []])).toEqual([good]);
  });

  test.each(['', 'crm.example.com', 'https://', 'nonsense://', 'https://crm.example.com/path'])(
    'leave out an entry whose origin is %j, which no browser could register',
    (origin) => {
      expect(parseSites([{ ...good, origin }, good])).toEqual([good]);
    },
  );

  test('are on unless they were switched off', () => {
    expect(parseSites([{ ...good, on: false }])).toEqual([{ ...good, on: false }]);
    expect(parseSites([{ ...good, guessed: true }])).toEqual([{ ...good, guessed: true }]);
    expect(parseSites([{ ...good, guessed: 'yes' }])).toEqual([good]);
    expect(
      parseSites([
        { ...good, on: undefined },
        { ...good, on: 'no' },
      ]),
    ).toEqual([good, good]);
  });

  test('are shown in their pages, unless they are wanted beside them', () => {
    const surfaces = ['panel', 'page', undefined, 'nowhere', 7];
    expect(parseSites(surfaces.map((surface) => ({ ...good, surface })))).toEqual([
      { ...good, surface: 'panel' },
      good,
      good,
      good,
      good,
    ]);
  });

  test('never throw, and every one of them has a match pattern', () => {
    const entry = fc.record(
      { origin: fc.oneof(fc.webUrl(), fc.string(), fc.anything()), site: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(damaged('origin', 'site', 'on'), fc.array(entry)), (stored) => {
        for (const { origin } of parseSites(stored)) patternOf(origin);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the match pattern of an origin', () => {
  test.each([
    ['https://crm.example.com', 'https://crm.example.com/*'],
    ['http://localhost:8080', 'http://localhost/*'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example/*'],
  ])('%s is %s: permissions know hosts, not ports', (origin, pattern) => {
    expect(patternOf(origin)).toBe(pattern);
  });
});

describe('how a site is doing', () => {
  test('comes back as it was stored', () => {
    const stored = { notFound: ['contact', 'atomic/note'], missed: ['contact'] };
    expect(parseHealth(stored)).toEqual(stored);
  });

  test('is good where there is nothing, and a damaged field costs only itself', () => {
    fc.assert(
      fc.property(damaged('notFound', 'missed'), (stored) => {
        const { notFound, missed } = parseHealth(stored);
        expect([...notFound, ...missed].every((text) => typeof text === 'string')).toBe(true);
      }),
    );
    expect(parseHealth(undefined)).toEqual({ notFound: [], missed: [] });
    expect(parseHealth({ notFound: 'contact', missed: [7, 'board'] })).toEqual({
      notFound: [],
      missed: ['board'],
    });
  });
});
