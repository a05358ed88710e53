import { describe, expect, it } from 'vitest';
import { isFieldName, isPlainSelector, mostTaught } from '../../../lib/domain/taughtRule';
import { taughtFile, withFile } from '../../../lib/domain/taughtFile';
import { taughtRule } from '../../../lib/messages/schema';
import { readTaught } from '../../../lib/pages/readTaught';
import { parseTaught } from '../../../lib/settings/parseTaught';
import { taught } from '../teach/taught';

const wrong: readonly (readonly [string, object])[] = [
  ['origin', { origin: 'crm.example.com/x' }],
  ['id', { id: 'atomic/note' }],
  ['kind', { kind: 'everything' }],
  ['button', { button: '*' }],
  ['button', { button: 'div:has(div:has(div))' }],
  ['button', { button: 'a, button' }],
  ['button', { button: '' }],
  ['button', { button: 'body' }],
  ['button', { button: 'form > div' }],
  ['button', { button: '.1' }],
  ['button', { button: 'b'.repeat(301) }],
  ['beside', { beside: ['a"]{}'] }],
  ['place', { place: '(a+)+$' }],
  ['proofs', { proofs: [] }],
  ['proofs', { proofs: [{ by: 'notice', selector: 'div' }] }],
  ['proofs', { proofs: [{ by: 'request', shape: '/(a+)+' }] }],
  ['proofs', { proofs: [{ by: 'script', code: 'alert(1)' }] }],
];

describe('a taught rule', () => {
  it('is taken as it was taught, by the page and by the worker', () => {
    const rules = [taught(), taught({ id: 'taught/b', page: 'contact' })];
    expect(parseTaught(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
    for (const rule of rules) expect(taughtRule.parse(rule)).toEqual(rule);
  });

  it.each(wrong)('with a bad %s is left out, and the others stay: %j', (_, changes) => {
    if (!('origin' in changes))
      expect(parseTaught([{ ...taught(), ...changes }, taught()])).toHaveLength(1);
    expect(taughtRule.safeParse({ ...taught(), ...changes }).success).toBe(false);
  });

  it.each([
    'form [type="submit"]',
    '#save',
    '.btn-save > button',
    'div:nth-of-type(2) > button',
    '[data-test="save"]',
  ])('%s is a plain selector', (selector) => {
    expect(isPlainSelector(selector)).toBe(true);
  });

  it('knows a field by a name that its makers gave it', () => {
    expect(['text', 'contact[first_name]', 'a.b'].every(isFieldName)).toBe(true);
    expect(['', 'note-17', 'note-88213', 'x y', '"]'].some(isFieldName)).toBe(false);
  });
});

describe('a file of taught buttons', () => {
  const file = (rules: readonly object[], more: object = {}) =>
    JSON.stringify({ ...taughtFile([]), rules, ...more });

  it('comes back as it went', () => {
    const rules = [taught(), taught({ id: 'taught/b', name: 'Ångström' })];
    expect(readTaught(`\uFEFF${file(rules)}`)).toEqual(taughtFile(rules));
  });

  it.each(wrong)(
    'with a bad %s in a button is refused whole, and says which: %j',
    (field, changes) => {
      expect(readTaught(file([taught(), { ...taught(), ...changes }]))).toEqual({
        why: 'damaged',
        at: 2,
        field,
      });
    },
  );

  it.each([
    ['notJson', 'x'],
    ['notRules', '{"format":"foothold-plan","version":1,"rules":[]}'],
    ['notRules', file([], { more: 1 })],
    ['newer', file([], { version: 2 })],
    ['tooMany', file(Array.from({ length: 100_000 }, () => taught()))],
    ['damaged', file([{ ...taught(), run: 'alert(1)' }])],
  ])('is refused as %s', (why, text) => {
    expect(readTaught(text)).toMatchObject({ why });
  });

  it('adds what is not there yet, and no more than there is room for', () => {
    const rules = [taught()];
    const other = taught({ id: 'taught/b', button: '#other' });
    expect(withFile(rules, taughtFile([taught({ id: 'taught/c' }), other]))).toEqual([
      taught(),
      other,
    ]);
    const many = Array.from({ length: mostTaught }, (_, index) =>
      taught({ id: `taught/n${String(index)}`, button: `#b${String(index)}` }),
    );
    expect(withFile(rules, taughtFile(many))).toEqual({ why: 'tooMany' });
  });
});
