// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { buttonSelector } from '../../../lib/teach/buttonSelector';

afterEach(() => {
  document.body.replaceChildren();
});

function selectorOf(html: string, within?: string) {
  document.body.innerHTML = html;
  const button = document.querySelector('[x]');
  if (!button) throw new Error('mark the button with x');
  return buttonSelector(button, within === undefined ? null : document.querySelector(within));
}

describe('how a button is found again', () => {
  it('is by what its makers call it', () => {
    expect(selectorOf('<button>A</button><button x data-action="save-call">B</button>')).toBe(
      '[data-action="save-call"]',
    );
  });

  it('is by no number, key or state', () => {
    const selector = selectorOf(
      '<button>A</button><button x id="b-48213" class="btn active css-1x2y" data-id="17f3" data-state="open">B</button>',
    );
    expect(selector).toBe('button:nth-of-type(2)');
  });

  it('is among the fields of its form where it has some', () => {
    expect(
      selectorOf(
        '<button type="submit">A</button><form><button x type="submit">B</button></form>',
        'form',
      ),
    ).toBe('[type="submit"]');
  });

  it.each([
    ['a row of a list', '<ul><li><i></i><b x></b></li><li><i></i><b></b></li></ul>'],
    ['a tick box among others', '<input type="checkbox"><input x type="checkbox">'],
    [
      'a button in a table',
      '<table><tbody><tr><td><button x>A</button></td></tr><tr><td><button>A</button></td></tr></tbody></table>',
    ],
  ])('is not for %s', (_, html) => {
    expect(selectorOf(html)).toEqual({ problem: 'many' });
  });

  it('takes no time where every part has twenty utility classes', () => {
    const classes = Array.from(
      { length: 20 },
      (_, index) => `look-${'abcdefghijklmnopqrst'.charAt(index)}`,
    ).join(' ');
    const nest = (depth: number): string =>
      depth === 0
        ? `<button class="${classes}">A</button><button x class="${classes}">B</button>`
        : `<div class="${classes}">${nest(depth - 1)}</div>`;
    expect(selectorOf(nest(8))).toBe('button:nth-of-type(2)');
  });
});
