// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { bestOf, marksFound } from '../../../lib/pages/recognise';
import { selfHostedSites, siteLivingAt, siteName } from '../../../lib/pages/siteChoice';

const none = [false, false];
const candidates = [{ id: 'first' }, { id: 'second' }];

describe('the best guess', () => {
  test('is the site with the most stable mark, and the earlier one of two that are equal', () => {
    expect(bestOf(candidates, [none, none])).toBeUndefined();
    expect(bestOf(candidates, [none, [false, true]])).toBe('second');
    expect(
      bestOf(candidates, [
        [false, true],
        [true, false],
      ]),
    ).toBe('second');
    expect(
      bestOf(candidates, [
        [true, true],
        [true, false],
      ]),
    ).toBe('first');
  });

  test('is none where fewer answers come back than sites were asked for', () => {
    expect(bestOf(candidates, [])).toBeUndefined();
  });
});

describe('the marks on a page', () => {
  afterEach(() => {
    document.body.innerHTML = '';
  });

  const marks = selfHostedSites.map(({ marks: selectors = [] }) => selectors);
  const guess = async (patience = 0) => bestOf(selfHostedSites, await marksFound(marks, patience));

  const app = `<nav>${['contacts', 'companies', 'deals'].map((list) => `<a href="#/${list}">${list}</a>`).join('')}</nav>`;

  test('tell Atomic CRM, and nothing else is taken for it', async () => {
    expect(await guess()).toBeUndefined();
    document.body.innerHTML = '<nav><a href="#/deals">Deals</a></nav>';
    expect(await guess()).toBeUndefined();
    document.body.innerHTML = app;
    expect(await guess()).toBe('atomic');
  });

  test('are looked for on, where the browser does not know one of another site', async () => {
    document.body.innerHTML = app;
    const found = await marksFound([['p:nonsense(', 'nav'], ['nav a']]);
    expect(found).toEqual([[false, true], [true]]);
  });

  test('are waited for where a page is still drawing itself', async () => {
    const found = guess(60_000);
    document.body.innerHTML = app;
    expect(await found).toBe('atomic');
  });

  test('are given up where none comes', async () => {
    expect(await guess(1)).toBeUndefined();
  });

  test('are all that leaves the page', async () => {
    document.body.innerHTML = '<main id="main-content"><p data-slot="card">Nia Park</p></main>';
    expect(await marksFound([['#main-content [data-slot]', 'footer'], []])).toEqual([
      [true, false],
      [],
    ]);
  });
});

test('an address of nobody’s is called by its host', () => {
  expect(siteLivingAt('https://crm.example.com')).toBeUndefined();
  expect(siteName('atomic', 'https://crm.example.com')).toBe('Atomic CRM');
  expect(siteName('other', 'https://crm.example.com:8443')).toBe('crm.example.com:8443');
  expect(siteName('no such site', 'https://crm.example.com')).toBe('crm.example.com');
});
