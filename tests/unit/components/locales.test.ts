import { describe, expect, it } from 'vitest';
import german from '../../../locales/de.json' with { type: 'json' };
import english from '../../../locales/en.json' with { type: 'json' };

function flat(node: object, path: readonly string[] = []): [key: string, message: string][] {
  return Object.entries(node).flatMap(([part, value]: [string, string | object]) =>
    typeof value === 'string'
      ? [[[...path, part].join('.'), value] as [string, string]]
      : flat(value, [...path, part]),
  );
}

const substitutions = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

describe('locales', () => {
  const texts = new Map(flat(german));

  it('say the same in both languages', () => {
    expect([...texts.keys()].sort()).toEqual(
      flat(english)
        .map(([key]) => key)
        .sort(),
    );
  });

  it.each(flat(english))('%s can be loaded and filled in', (key, message) => {
    // Chrome refuses to load an extension with another character in a message name.
    expect(key).toMatch(/^[\w.]+$/);
    expect(substitutions(texts.get(key) ?? '')).toEqual(substitutions(message));
    expect(message.trim()).not.toBe('');
  });

  it('call the rep “du” throughout in German', () => {
    const formal = /[\p{L},] Sie\b|\bIhre[mnrs]?\b|\bIhr (?!Name)/u;
    expect([...texts].filter(([, text]) => formal.test(text))).toEqual([]);
  });

  it.each([
    [
      'English',
      english,
      /\b(fail(ed|ure)?s?|guilt\w*|lazy|shame\w*|disappoint\w*|excuses?|should have|let down|bad job|falling short)\b/i,
    ],
    [
      'German',
      german,
      /\b(versag\w*|schuld\w*|faul\w*|scham\w*|schäm\w*|enttäusch\w*|ausrede\w*|hättest|blamabel)\b/i,
    ],
  ])('never make anybody feel guilty, in %s', (_, texts, words) => {
    // Of a page's own answer, not of the rep.
    const ofPages = /^health\./;
    const found = flat(texts).filter(([key, text]) => !ofPages.test(key) && words.test(text));
    expect(found).toEqual([]);
  });
});
