// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../lib/sites/site';
import {
  answered,
  change,
  click,
  find,
  focus,
  look,
  pass,
  press,
  rule,
  scriptDoes,
  siteWith,
  submit,
  useFakePage,
  visit,
} from './visit';

useFakePage();

const onSave = (...intents: [Intent, ...Intent[]]) =>
  siteWith(rule({ intents, confirm: [[{ request: /\/api\/save$/ }]] }));

const form = `<form id="form"><input name="title"><button id="save" type="button">Save</button></form>
  <form id="far"><button id="elsewhere" type="button">Elsewhere</button></form>`;

describe('a form that is submitted', () => {
  const site = onSave({ event: 'submit', target: ['#form', '#save'] });

  test('counts when a hand has just clicked its button', () => {
    const { counted } = visit(site, form);
    click('#save');
    pass(30);
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts when a hand has just pressed Enter in it', () => {
    const { counted } = visit(site, form);
    press('input', 'Enter');
    pass(30);
    submit('#form');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts nothing when no hand was there: a script can make it', () => {
    const { counted } = visit(site, form);
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('counts nothing when the hand was there more than a second ago', () => {
    const { counted } = visit(site, form);
    click('#save');
    pass(1100);
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('counts nothing when the hand was in another form', () => {
    const { counted } = visit(site, form);
    click('#elsewhere');
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('counts nothing when it was a script that clicked', () => {
    const { counted } = visit(site, form);
    scriptDoes(() => {
      click('#save');
    });
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('counts when its button stands outside of it, as in the foot of a dialog', () => {
    const { counted } = visit(
      onSave({ event: 'submit', target: ['#save'] }),
      '<form id="form"></form><button id="save" form="form" type="button">Save</button>',
    );
    click('#save');
    submit('#form', '#save');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('is known by the button that submitted it', () => {
    const { counted } = visit(
      onSave({ event: 'submit', target: ['#publish'] }),
      `<form id="form"><button id="draft" type="button">Draft</button>
       <button id="publish" type="button">Publish</button></form>`,
    );
    click('#draft');
    submit('#form', '#draft');
    answered('/api/save');
    expect(counted).toEqual([]);
    click('#publish');
    submit('#form', '#publish');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('is one with the click that submitted it', () => {
    const site = onSave(
      { event: 'click', target: ['#save'] },
      { event: 'submit', target: ['#save'] },
    );
    const { counted } = visit(site, form);
    click('#save');
    submit('#form', '#save');
    answered('/api/save');
    pass(10_500);
    expect(counted).toHaveLength(1);
  });
});

describe('a field that changes', () => {
  const site = onSave({ event: 'change', target: ['select'] });
  const fields = '<label><select><option>new</option><option>won</option></select></label><input>';

  test('counts when a hand has just been on it', () => {
    const { counted } = visit(site, fields);
    click('select');
    pass(900);
    change('select');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('counts nothing when a script changed it', () => {
    const { counted } = visit(site, fields);
    change('select');
    click('select');
    pass(1100);
    change('select');
    click('input');
    change('select');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('counts when its label was clicked', () => {
    const { counted } = visit(
      onSave({ event: 'change', target: ['input'] }),
      '<label><span id="words">Done</span><input type="checkbox"></label>',
    );
    click('#words');
    change('input');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });
});

describe('a key', () => {
  const site = onSave({
    event: 'keydown',
    target: ['textarea'],
    keys: { key: 'Enter', mod: true },
  });
  const plain = onSave({ event: 'keydown', target: ['textarea'], keys: { key: 'Enter' } });

  const tries = (where: typeof site, key: string, more: KeyboardEventInit = {}) => {
    const { counted } = visit(where, '<textarea></textarea><input>');
    press('textarea', key, more);
    answered('/api/save');
    return counted.length;
  };

  test('counts with the modifier the rule asks for, Ctrl or Cmd', () => {
    expect(tries(site, 'Enter', { ctrlKey: true })).toBe(1);
    expect(tries(site, 'Enter', { metaKey: true })).toBe(1);
    expect(tries(site, 'Enter')).toBe(0);
    expect(tries(site, 'a', { ctrlKey: true })).toBe(0);
  });

  test('that should be bare does not count with a modifier, nor as a new line', () => {
    expect(tries(plain, 'Enter')).toBe(1);
    expect(tries(plain, 'Enter', { ctrlKey: true })).toBe(0);
    expect(tries(plain, 'Enter', { shiftKey: true })).toBe(0);
  });

  test('that an input method takes for itself does not count', () => {
    expect(tries(plain, 'Enter', { isComposing: true })).toBe(0);
  });

  test('elsewhere does not count', () => {
    const { counted } = visit(plain, '<textarea></textarea><input>');
    press('input', 'Enter');
    answered('/api/save');
    expect(counted).toEqual([]);
  });
});

describe('where the hand was', () => {
  const site = onSave({
    event: 'click',
    target: ['#save'],
    accept: (target) => target.getAttribute('aria-disabled') !== 'true',
  });

  test('on something inside the button is on the button', () => {
    const { counted } = visit(site, '<button id="save"><svg><path id="icon"/></svg></button>');
    click('#icon');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('beside the button is not', () => {
    const { counted } = visit(site, '<p id="beside"></p><button id="save"></button>');
    click('#beside');
    answered('/api/save');
    expect(counted).toEqual([]);
  });

  test('on a wrapper without a box is on what lies under the pointer', () => {
    const { counted } = visit(
      site,
      '<div id="wrapper" style="display: contents"><button id="save">Save</button></div>',
    );
    Object.assign(find('#wrapper'), { getClientRects: () => [] });
    Object.assign(document, { elementsFromPoint: () => [find('#save'), find('#wrapper')] });
    click('#wrapper');
    answered('/api/save');
    expect(counted).toHaveLength(1);
  });

  test('inside a shadow root is found, and once', () => {
    const dial = rule({
      intents: [{ event: 'click', target: ['a[href^="tel:"]'] }],
      kind: 'call',
      confirm: [[{ none: 'ask' }]],
    });
    const { asked } = visit(siteWith(dial), '<div id="host"></div>');
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<a href="tel:+49301"><b>Call</b></a>';
    click(root.querySelector('b') ?? root.host);
    expect(asked).toHaveLength(1);
  });

  test('on a look-alike that the rule refuses counts nothing', () => {
    const { counted } = visit(site, '<button id="save" aria-disabled="true">Save</button>');
    click('#save');
    answered('/api/save');
    expect(counted).toEqual([]);
  });
});

describe('what the rep changed', () => {
  const site = siteWith(
    rule({
      intents: [{ event: 'click', target: ['#save'] }],
      reads: { stage: ['select'], title: ['input'] },
      confirm: [[{ request: /\/api\/save$/ }]],
      kind: ({ stage }) => (stage && stage.was !== stage.is ? ['stage'] : []),
    }),
  );
  const deal = (stage: string) => `<form><input value="Big one"><select>
    ${['new', 'open', 'won'].map((one) => `<option${one === stage ? ' selected' : ''}>${one}</option>`).join('')}
    </select><button id="save" type="button">Save</button></form>`;
  const choose = (stage: string) => {
    (find('select') as HTMLSelectElement).value = stage;
    change('select');
  };
  const save = () => {
    click('#save');
    answered('/api/save');
    look();
  };

  test('is seen against what the form said at the first touch', () => {
    const { counted } = visit(site, deal('new'));
    click('select');
    choose('open');
    save();
    expect(counted).toMatchObject([{ kinds: ['stage'] }]);
  });

  test('is seen when it was done by keyboard alone', () => {
    const { counted } = visit(site, deal('new'));
    focus('select');
    press('select', 'ArrowDown');
    choose('open');
    save();
    expect(counted).toHaveLength(1);
  });

  test('is nothing when it was put back', () => {
    const { counted } = visit(site, deal('new'));
    click('select');
    choose('open');
    choose('new');
    save();
    expect(counted).toEqual([]);
  });

  test('is nothing when something else was changed', () => {
    const { counted } = visit(site, deal('open'));
    click('input');
    (find('input') as HTMLInputElement).value = 'Bigger';
    save();
    expect(counted).toEqual([]);
  });

  test('is counted by what was saved last, in a form that stays', () => {
    const { counted } = visit(site, deal('new'));
    click('select');
    choose('open');
    save();
    pass(5000);
    click('input');
    save();
    expect(counted).toHaveLength(1);
    pass(5000);
    click('select');
    choose('won');
    save();
    expect(counted).toHaveLength(2);
  });

  test('is not told from another record that the page showed in the same form', () => {
    const { counted } = visit(site, deal('new'));
    click('select');
    history.pushState({}, '', '/contacts/18');
    choose('won');
    click('input');
    save();
    expect(counted).toEqual([]);
  });
});

describe('typing', () => {
  const fields = `${form}<textarea id="note"></textarea>
    <div id="editor" contenteditable="true"><p id="line">Hi</p></div>`;

  test.each(['input', '#note', '#editor', '#line'])('is a key in %s', (field) => {
    const { detector } = visit(siteWith(), fields);
    expect(detector.typedAt).toBeUndefined();
    press(field, 'a');
    expect(detector.typedAt).toBe(Date.now());
  });

  test('is not a key elsewhere, a click, or what a script does', () => {
    const { detector } = visit(siteWith(), fields);
    press('#save', 'Tab');
    click('#note');
    scriptDoes(() => {
      press('#note', 'a');
    });
    expect(detector.typedAt).toBeUndefined();
  });
});
