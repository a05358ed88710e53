// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { composerRules } from '../../../lib/sites/parts/composers';
import { answered, click, goTo, pass, rule, siteWith, useFakePage, visit } from './visit';

useFakePage();

const {
  id: _,
  kind: __,
  intents: ___,
  ...more
} = rule({
  confirm: [[{ request: /\/api\/log$/ }]],
});
const rules = composerRules(
  { call: ['[data-opens="call"]'], note: ['[data-opens="note"]', '.old-note'] },
  {
    ...more,
    id: (kind) => `test/${kind}`,
    send: ['#composer .send'],
  },
);
const page = `
  <button data-opens="call"></button><button data-opens="note"></button><button class="old-note"></button>
  <div id="composer"><textarea></textarea><button class="send"></button></div>`;

describe('a composer that does not say what it holds', () => {
  const kinds = (...clicks: readonly string[]) => {
    const { counted } = visit(siteWith(...rules), page);
    for (const selector of clicks) click(selector);
    answered('/api/log');
    return counted.flatMap(({ kinds }) => kinds);
  };

  test('holds what the control says that opened it', () => {
    expect(kinds('[data-opens="call"]', '.send')).toEqual(['call']);
    expect(kinds('.old-note', '.send')).toEqual(['note']);
  });

  test('holds what the last of several says, and no more than that', () => {
    expect(kinds('[data-opens="call"]', '[data-opens="note"]', '.send')).toEqual(['note']);
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
