// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  answered,
  click,
  find,
  look,
  pass,
  press,
  recordUrl,
  rule,
  siteWith,
  useFakePage,
  visit,
} from './visit';

useFakePage();

const saves = rule({ confirm: [[{ request: /\/api\/notes$/ }]] });
const button = '<button id="go">Save</button><button id="cancel">Cancel</button>';

describe('an intent is reported when it is over, once', () => {
  test('confirmed', () => {
    const { ended } = visit(siteWith(saves), button);
    click('#go');
    expect(ended).toEqual([]);
    answered('/api/notes');
    pass(11_000);
    expect(ended).toEqual(['test/rule confirmed']);
  });

  test('confirmed, and no action', () => {
    const edit = rule({ confirm: [[{ request: /\/api\/notes$/ }]], kind: () => [] });
    const { ended, counted } = visit(siteWith(edit), button);
    click('#go');
    answered('/api/notes');
    look();
    expect([ended, counted]).toEqual([['test/rule unmatched'], []]);
  });

  test('unconfirmed when its time is up', () => {
    const { ended } = visit(siteWith(saves), button);
    click('#go');
    pass(9_000);
    expect(ended).toEqual([]);
    pass(2_000);
    expect(ended).toEqual(['test/rule unconfirmed']);
  });

  test('failed when the page says so, or refuses the request', () => {
    const { ended } = visit(siteWith(saves), button);
    click('#go');
    find('#go').insertAdjacentHTML('afterend', '<p class="error">No</p>');
    look();
    expect(ended).toEqual(['test/rule failed']);
    find('.error').remove();
    click('#go');
    answered('/api/notes', { status: 500 });
    look();
    expect(ended).toEqual(['test/rule failed', 'test/rule failed']);
  });

  test('cancelled at once, or when nothing had left before', () => {
    const appears = rule({ id: 'test/notice', confirm: [[{ appears: ['.notice'] }]] });
    const { ended } = visit(siteWith(saves, appears), button);
    click('#go');
    pass(100);
    press('#go', 'Escape');
    expect(ended).toEqual(['test/notice cancelled']);
    pass(11_000);
    expect(ended).toEqual(['test/notice cancelled', 'test/rule cancelled']);
  });

  test('never, where the same press was another rule’s: that says nothing about the site', () => {
    const deal = rule({ id: 'test/deal', confirm: [[{ request: /\/api\/deals$/ }]] });
    const { ended } = visit(siteWith(deal, saves), button);
    click('#go');
    answered('/api/notes');
    pass(11_000);
    expect(ended).toEqual(['test/rule confirmed']);
    click('#go');
    pass(11_000);
    expect(ended.slice(1)).toEqual(['test/deal unconfirmed', 'test/rule unconfirmed']);
  });

  test('never, where only the rep can confirm it, or another one takes its place', () => {
    const tel = rule({ id: 'test/tel', confirm: [[{ none: 'ask' }]] });
    const both = '<button id="go">Save</button><p><button id="go">Save</button></p>';
    const { ended, asked } = visit(siteWith(tel, saves), both);
    click('#go');
    click('p #go');
    answered('/api/notes');
    look();
    expect(asked.length).toBeGreaterThan(0);
    expect(ended).toEqual(['test/rule confirmed']);
  });

  test('on the page that shows it, where that is the next one', () => {
    const arrives = rule({ confirm: [[{ arrives: 'contact' }]] });
    const intent = {
      occurrence: 'abcdefghij',
      rule: 'test/rule' as const,
      at: Date.now(),
      values: {},
      deadline: Date.now() + 5000,
    };
    const good = visit(siteWith(arrives), '', recordUrl);
    good.detector.resume(good.detector.landed([intent], 'navigate'));
    expect(good.ended).toEqual(['test/rule confirmed']);
    const bad = visit(siteWith(arrives), '<p class="error">No</p>', recordUrl);
    bad.detector.resume(bad.detector.landed([intent], 'navigate'));
    expect(bad.ended).toEqual(['test/rule failed']);
  });
});
