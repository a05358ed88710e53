import { describe, expect, test } from 'vitest';
import { senderOf, speaksFor, type RawSender } from '../../../lib/messages/sender';

const id = 'foothold-extension-id';
// An extension's own scheme has no origin in Node, so an ordinary one stands in for it.
const home = 'https://foothold.extension/';
const page: RawSender = {
  id,
  url: 'https://crm.example.com/contacts/17',
  origin: 'https://crm.example.com',
  tab: { id: 3 },
};
const sender = (own: Partial<RawSender>) => senderOf({ ...page, ...own }, id, home);

describe('who sent a message', () => {
  test('our script in a page, by the page’s origin and the tab', () => {
    expect(sender({})).toEqual({ from: 'page', origin: 'https://crm.example.com', tab: 3 });
    const { url: _url, ...withoutUrl } = page;
    expect(senderOf(withoutUrl, id, home)).toMatchObject({ origin: 'https://crm.example.com' });
  });

  test('one of our own pages, in a tab or not', () => {
    const own = { id, url: `${home}options.html` };
    expect(senderOf(own, id, home)).toEqual({ from: 'extension' });
    expect(senderOf({ ...own, tab: { id: 3 } }, id, home)).toEqual({ from: 'extension' });
  });

  test.each<[string, RawSender]>([
    ['another extension', { ...page, id: 'another-extension' }],
    ['nobody', {}],
    ['a page without an id', { url: page.url ?? '', tab: { id: 3 } }],
    ['us without an origin', { id, tab: { id: 3 } }],
    ['us with an origin that is none', { id, url: 'nonsense', tab: { id: 3 } }],
    ['a page without a tab', { id, url: page.url ?? '' }],
  ])('%s is refused', (_who, raw) => {
    expect(() => senderOf(raw, id, home)).toThrow();
  });

  test('a page that only looks like ours is a page', () => {
    expect(sender({ url: 'https://foothold.extension.evil.test/options.html' })).toMatchObject({
      from: 'page',
    });
    expect(sender({ url: 'https://foothold.extension@evil.test/' })).toMatchObject({
      from: 'page',
      origin: 'https://evil.test',
    });
  });
});

describe('who speaks for a site', () => {
  const settings = [
    { origin: 'https://crm.example.com', site: 'atomic', on: true },
    { origin: 'https://off.example.com', site: 'atomic', on: false },
    { origin: 'https://espo.example.com', site: 'espo', on: true },
  ];
  const from = (origin: string) => ({ from: 'page' as const, origin, tab: 3 });

  test('a page of that site', () => {
    expect(speaksFor(from('https://crm.example.com'), 'atomic', settings)).toBe(true);
  });

  test('no page of another site, of a site switched off, or of no site', () => {
    expect(speaksFor(from('https://espo.example.com'), 'atomic', settings)).toBe(false);
    expect(speaksFor(from('https://off.example.com'), 'atomic', settings)).toBe(false);
    expect(speaksFor(from('https://elsewhere.example.com'), 'atomic', settings)).toBe(false);
    expect(speaksFor(from('http://crm.example.com'), 'atomic', settings)).toBe(false);
    expect(speaksFor(from('null'), 'atomic', settings)).toBe(false);
  });

  test('our own pages for every one', () => {
    expect(speaksFor({ from: 'extension' }, 'atomic', [])).toBe(true);
  });
});
