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
      '<main><button>A</button></main><main><button x id="b-48213" class="btn active css-1x2y" data-id="17f3" data-state="open">B</button></main>',
    );
    expect(selector).toBe('main:nth-of-type(2) > button');
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
      'the second of two buttons, which is another where there are three',
      '<main><button>Edit</button><button x class="first">Log call</button></main>',
    ],
    [
      'a button in a table',
      '<table><tbody><tr><td><button x>A</button></td></tr><tr><td><button>A</button></td></tr></tbody></table>',
    ],
  ])('is not for %s', (_, html) => {
    expect(selectorOf(html)).toEqual({ problem: 'many' });
  });

  it('is by its place in a form that its fields tell from others, among buttons of another look', () => {
    const inForm = (html: string) => selectorOf(`<form><input name="text">${html}</form>`, 'form');
    expect(inForm('<button class="plain">A</button><button x>B</button>')).toBe(
      'button:nth-of-type(2)',
    );
    expect(inForm('<button>A</button><button x>B</button>')).toEqual({ problem: 'many' });
  });

  it('takes no time where every part has twenty utility classes', () => {
    const classes = Array.from(
      { length: 20 },
      (_, index) => `look-${'abcdefghijklmnopqrst'.charAt(index)}`,
    ).join(' ');
    const nest = (depth: number): string =>
      depth === 0
        ? `<button class="${classes} more">A</button><button x class="${classes}">B</button>`
        : `<div class="${classes}">${nest(depth - 1)}</div>`;
    const form = `<form><input name="text">${nest(8)}</form>`;
    expect(selectorOf(form, 'form')).toBe('button:nth-of-type(2)');
  });
});
