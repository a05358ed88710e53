import { describe, expect, it } from 'vitest';
import { isShape, requestsOf, shapeOf } from '../../../lib/domain/shape';

const shape = (address: string) => shapeOf(new URL(address, 'https://crm.example.com'));

describe('the shape of an address', () => {
  it.each([
    ['/contacts/17/show', '/contacts/*/show'],
    ['/#/contacts/17', '/#/contacts/*'],
    [
      '/index.php?module=Calls&action=DetailView&record=9f3a-11',
      '/index.php?module=Calls&action=DetailView&record=*',
    ],
    ['/web#id=7&model=crm.lead', '/web#id=*&model=crm.lead'],
    ['/p/%C3%84nne-M%C3%BCller/', '/p/*/'],
    [`/k/${'a'.repeat(25)}`, '/k/*'],
  ])('%s is %s', (address, expected) => {
    expect(shape(address)).toBe(expected);
    expect(isShape(expected)).toBe(true);
  });

  it('is the same for two records, and another for another page', () => {
    expect(shape('/leads/17')).toBe(shape('/leads/9'));
    expect(shape('/leads/17')).not.toBe(shape('/leads/17/edit'));
  });

  it('is nothing that could be a pattern of its own', () => {
    for (const text of [
      '(a+)+$',
      '/a(b|c)',
      '/a[bc]',
      '/a\\d',
      'https://x.example/',
      '/a b',
      '/******!',
      '/*/17',
      `/${'a'.repeat(300)}`,
    ])
      expect(isShape(text), text).toBe(false);
  });
});

describe('the requests of a shape', () => {
  const calls = requestsOf('/api/*/Call');

  it.each(['https://crm.example.com/api/v1/Call', 'http://api.example.com/api/v2/Call'])(
    'are %s',
    (url) => {
      expect(calls.test(url)).toBe(true);
    },
  );

  it('are those with the same names in their query, whatever they say', () => {
    const changes = requestsOf('/api/*/Call?id=*&v=*');
    expect(changes.test('https://crm.example.com/api/v1/Call?id=eq.17&v=3')).toBe(true);
    expect(changes.test('https://crm.example.com/api/v1/Call?id=eq.17')).toBe(false);
  });

  it.each([
    'https://crm.example.com/api/v1/Call/17',
    'https://crm.example.com/api/v1/Call?id=eq.17',
    'https://crm.example.com/api/v1/Call?select=*&order=id',
    'https://crm.example.com/api/v1/Callback',
    'https://crm.example.com/x/api/v1/Call',
    'https://crm.example.com/log?from=https://crm.example.com/api/v1/Call',
  ])('are not %s', (url) => {
    expect(calls.test(url)).toBe(false);
  });
});
