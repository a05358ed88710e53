// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { composerRules } from '../../../lib/sites/parts/composers';
import { answered, click, goTo, pass, rule, siteWith, useFakePage, visit } from './visit';

useFakePage();

const { on, within, once } = rule({ confirm: [[{ none: 'ask' }]] });
const rules = composerRules(
  {
    id: (kind) => `test/${kind}`,
    openers: { call: ['[data-opens="call"]'], note: ['[data-opens="note"]', '.old-note'] },
    anyOpener: ['[data-opens]', '.old-note i'],
    send: ['.composer .send'],
  },
  { on, within, once, confirm: [[{ request: /\/api\/log$/ }]] },
);
const page = `
  <button data-opens="call"></button><button data-opens="note"></button><button data-opens="lead"></button>
  <button class="old-note"><i></i></button>
  <div class="composer"><button class="send"></button></div>`;

describe('a composer that does not say what it holds', () => {
  const kinds = (...clicks: readonly string[]) => {
    const { counted } = visit(siteWith(...rules), page);
    for (const selector of clicks) click(selector);
    answered('/api/log');
    return counted.flatMap(({ kinds }) => kinds);
  };

  test('holds what the control says that opened it', () => {
    expect(kinds('[data-opens="call"]', '.send')).toEqual(['call']);
    expect(kinds('.old-note i', '.send')).toEqual(['note']);
  });

  test('holds what the last of several says, and no more than that', () => {
    expect(kinds('[data-opens="call"]', '[data-opens="note"]', '.send')).toEqual(['note']);
  });

  test('holds nothing known when another opened one last that counts as nothing', () => {
    expect(kinds('[data-opens="call"]', '[data-opens="lead"]', '.send')).toEqual([]);
  });

  test('holds nothing known beside another', () => {
    const { counted } = visit(siteWith(...rules), page + page);
    click('[data-opens="call"]');
    click('.send');
    answered('/api/log');
    expect(counted).toEqual([]);
  });

  test('holds nothing known where it stood open already', () => {
    expect(kinds('.send')).toEqual([]);
  });

  test('holds nothing known on another page than it was opened on', () => {
    const { counted } = visit(siteWith(...rules), page);
    click('[data-opens="call"]');
    goTo('https://crm.test/contacts/18');
    click('.send');
    answered('/api/log');
    expect(counted).toEqual([]);
  });

  test('holds nothing known once it is saved, until it is opened anew', () => {
    const { counted } = visit(siteWith(...rules), page);
    const save = () => {
      pass(1000);
      click('.send');
      answered('/api/log');
    };
    click('[data-opens="call"]');
    for (const _ of ['counted', 'of no known kind']) save();
    click('[data-opens="note"]');
    save();
    expect(counted.flatMap(({ kinds }) => kinds)).toEqual(['call', 'note']);
  });
});
