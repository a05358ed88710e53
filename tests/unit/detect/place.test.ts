// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Page, Site } from '../../../lib/sites/site';
import {
  answered,
  click,
  goTo,
  look,
  recordUrl,
  rule,
  siteWith,
  useFakePage,
  visit,
} from './visit';

useFakePage();

const broken = () => {
  throw new Error('broken');
};
const note = rule({ on: ['contact', 'rest'], confirm: [[{ request: /\/api\/notes$/ }]] });
const button = '<button id="go">Add note</button>';
const rest: Page = { kind: 'rest', test: () => true };

/** A page before all others, and one after them for what is left. */
function siteAfter(page: Page): Site {
  const site = siteWith(note);
  return { ...site, pages: [page, ...site.pages, rest] };
}

function addsNote() {
  click('#go');
  answered('/api/notes');
  look();
}

describe('a page of a site whose test throws', () => {
  const site = siteAfter({ kind: 'bad', test: broken });

  test('is passed over where the rep arrives, and the next one counts', () => {
    const { counted, detector } = visit(site, button);
    addsNote();
    expect(detector.place).toEqual({ kind: 'contact', subject: 'contact/17', broken: ['bad'] });
    expect(counted).toMatchObject([{ rule: 'test/rule', subject: 'contact/17' }]);
  });

  test('is passed over where the address changes', () => {
    const { counted, moved } = visit(site, button, 'https://crm.test/contacts/new');
    goTo(recordUrl);
    addsNote();
    expect(moved).toMatchObject([{ kind: 'contact', broken: ['bad'] }]);
    expect(counted).toMatchObject([{ subject: 'contact/17' }]);
  });
});

describe('a page of a site whose subject throws', () => {
  const site = siteAfter({
    kind: 'bad',
    test: ({ pathname }) => pathname.startsWith('/deals/'),
    subject: broken,
  });

  test('is taken for none: the page that is left for it counts without a subject', () => {
    const { counted, detector } = visit(site, button, 'https://crm.test/deals/3');
    addsNote();
    expect(detector.place).toEqual({ kind: 'rest', subject: undefined, broken: ['bad'] });
    expect(counted).toHaveLength(1);
  });
});

test('what is taught on a page that is open holds there at once', () => {
  const site = siteWith();
  const { counted } = visit(site, '<button id="go"></button>');
  Object.assign(site, {
    pages: [{ kind: 'taught', test: () => true }, ...site.pages],
    rules: [rule({ on: ['taught'], confirm: [[{ request: /\/api\/note$/ }]] })],
  });
  click('#go');
  answered('/api/note');
  expect(counted).toHaveLength(1);
});
