// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { KeptIntent } from '../../../lib/detect/detector';
import { answered, click, goTo, morning, pass, rule, siteWith, useFakePage, visit } from './visit';

useFakePage();

const listUrl = 'https://crm.test/contacts';
const arrives = rule({ confirm: [[{ arrives: 'list' }]] });
const button = '<button id="go">Save</button><button id="cancel">Cancel</button>';

describe('what has to survive a page load', () => {
  test('is kept while it is pending: who, when, about what, until when', () => {
    const page = visit(siteWith(arrives), button);
    click('#go');
    expect(page.kept).toEqual([
      {
        occurrence: 'occurrence-1',
        rule: 'test/rule',
        at: morning,
        subject: 'contact/17',
        values: {},
        deadline: morning + 10_000,
      },
    ]);
    expect(JSON.parse(JSON.stringify(page.kept))).toEqual(page.kept);
  });

  test('is only what the next page can confirm', () => {
    const requests = rule({ id: 'test/request', confirm: [[{ request: /\/api\/notes$/ }]] });
    const both = rule({
      id: 'test/both',
      confirm: [[{ request: /\/api\/notes$/ }, { arrives: 'list' }]],
    });
    const either = rule({
      id: 'test/either',
      confirm: [[{ request: /\/api\/notes$/ }], [{ arrives: 'list' }]],
    });
    const page = visit(siteWith(requests, both, either), button);
    click('#go');
    expect(page.kept).toMatchObject([{ rule: 'test/either' }]);
  });

  test.each<[string, () => void]>([
    [
      'cancelled',
      () => {
        click('#cancel');
      },
    ],
    [
      'confirmed',
      () => {
        goTo(listUrl);
      },
    ],
    [
      'dropped',
      () => {
        goTo('https://crm.test/contacts/new');
      },
    ],
    [
      'out of time',
      () => {
        pass(10_500);
      },
    ],
  ])('is let go when it is %s', (_how, end) => {
    const page = visit(siteWith(arrives), button);
    click('#go');
    end();
    expect(page.kept).toEqual([]);
  });
});

describe('the next page', () => {
  const kept = (): KeptIntent[] => {
    const page = visit(siteWith(arrives), button);
    click('#go');
    const left = page.kept;
    page.leave();
    return JSON.parse(JSON.stringify(left)) as KeptIntent[];
  };

  test('confirms what the last one left, as of when the hand moved there', () => {
    const intents = kept();
    pass(2000);
    const page = visit(siteWith(arrives), '', listUrl);
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toMatchObject([
      {
        occurrence: 'occurrence-1',
        at: morning,
        subject: 'contact/17',
        evidence: 'arrives',
        kinds: ['note'],
      },
    ]);
    expect(page.kept).toEqual([]);
  });

  test.each(['reload', 'back_forward', 'prerender', ''])('is no proof after a %s', (navigation) => {
    const intents = kept();
    const page = visit(siteWith(arrives), '', listUrl);
    page.detector.resume(page.detector.landed(intents, navigation));
    expect(page.counted).toEqual([]);
  });

  test('is no proof when it is another page', () => {
    const intents = kept();
    const page = visit(siteWith(arrives), '', 'https://crm.test/contacts/18');
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toEqual([]);
  });

  test('is no proof when it comes after the deadline', () => {
    const intents = kept();
    pass(10_001);
    const page = visit(siteWith(arrives), '', listUrl);
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toEqual([]);
  });

  test('is no proof when it shows an error', () => {
    const intents = kept();
    const page = visit(siteWith(arrives), '<p class="error">Not saved</p>', listUrl);
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toEqual([]);
  });

  test('is proof when its error notice is there but cannot be seen', () => {
    const intents = kept();
    const page = visit(
      siteWith(arrives),
      '<p class="error" style="display: none">Not saved</p>',
      listUrl,
    );
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toHaveLength(1);
  });

  test('ignores what belongs to a rule that no longer exists, or that no page can confirm', () => {
    const [intent] = kept();
    if (!intent) throw new Error('nothing kept');
    const requests = rule({ id: 'test/request', confirm: [[{ request: /\/api\/notes$/ }]] });
    const page = visit(siteWith(arrives, requests), '', listUrl);
    const strangers = [
      { ...intent, rule: 'test/gone' as const },
      { ...intent, rule: 'test/request' as const },
    ];
    page.detector.resume(page.detector.landed(strangers, 'navigate'));
    expect(page.counted).toEqual([]);
  });

  test('reads the values that the last page wrote down', () => {
    const stage = rule({
      confirm: [[{ arrives: 'list' }]],
      reads: { stage: ['select'] },
      kind: ({ stage }) => (stage?.is === 'won' ? ['win'] : ['stage']),
    });
    const first = visit(
      siteWith(stage),
      `<form><select><option>won</option></select><button id="go" type="button">Save</button></form>`,
    );
    click('#go');
    const intents = first.kept;
    first.leave();
    const page = visit(siteWith(stage), '', listUrl);
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toMatchObject([{ kinds: ['win'] }]);
  });

  test('reports a rule that throws, and counts the others', () => {
    const bad = rule({
      id: 'test/bad',
      confirm: [[{ arrives: 'list' }]],
      kind: () => {
        throw new Error('broken');
      },
    });
    const first = visit(siteWith(bad, arrives), button);
    click('#go');
    const intents = first.kept;
    first.leave();
    const page = visit(siteWith(bad, arrives), '', listUrl);
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    expect(page.counted).toMatchObject([{ rule: 'test/rule' }]);
    expect(page.failed).toEqual(['test/bad']);
  });

  test('starts its own without mixing them up with the old ones', () => {
    const intents = kept();
    const requests = rule({
      id: 'test/request',
      on: ['list'],
      confirm: [[{ request: /\/api\/notes$/ }]],
    });
    const page = visit(siteWith(arrives, requests), button, listUrl);
    click('#go');
    page.detector.resume(page.detector.landed(intents, 'navigate'));
    answered('/api/notes');
    expect(page.counted.map((action) => action.rule)).toEqual(['test/rule', 'test/request']);
  });
});
