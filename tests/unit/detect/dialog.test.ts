// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  answered,
  click,
  find,
  goTo,
  look,
  pass,
  press,
  rule,
  siteWith,
  useFakePage,
  visit,
} from './visit';

useFakePage();

/** An invitation: the control says for whom, the dialog that it opens does not. */
const invite = rule({
  intents: [{ event: 'click', target: ['#dialog .send'] }],
  opener: ['[data-who]'],
  confirm: [[{ request: /\/api\/invite$/ }], [{ becomes: ['[data-state="pending"]'] }]],
  cancels: ['#dialog .close'],
  identity: (control) => control.getAttribute('data-who') ?? undefined,
  subject: (control) => `person/${control.getAttribute('data-who') ?? 'nobody'}`,
  once: 'subject-day',
});
const people = `<div id="people"><a data-who="ann"></a><a data-who="bob"></a></div>`;
const dialog = `<div id="dialog" role="dialog"><button class="send"></button></div>`;
const pending = (who: string) => {
  find(`[data-who="${who}"]`).outerHTML = `<b data-who="${who}" data-state="pending"></b>`;
};

describe('an intent in a dialog', () => {
  test('is about whom the control was that opened it', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    click('[data-who="bob"]');
    click('.send');
    answered('/api/invite');
    expect(counted).toMatchObject([
      { subject: 'person/bob', once: { key: 'test/rule person/bob', per: 'day' } },
    ]);
  });

  test('is about the last of several, and about the first no more', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    click('[data-who="ann"]');
    click('[data-who="bob"]');
    click('.send');
    pending('ann');
    pass(3000);
    expect(counted).toEqual([]);
    pending('bob');
    pass(2500);
    expect(counted).toMatchObject([{ subject: 'person/bob', evidence: 'becomes' }]);
  });

  test('knows them although the control has gone meanwhile', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    click('[data-who="ann"]');
    find('#people').remove();
    click('.send');
    answered('/api/invite');
    expect(counted).toMatchObject([{ subject: 'person/ann' }]);
  });

  test('is about nobody known when it was opened on another page, or for the one before', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    click('[data-who="ann"]');
    goTo('https://crm.test/contacts/18');
    click('.send');
    answered('/api/invite');
    pass(1000);
    click('[data-who="bob"]');
    click('.send');
    answered('/api/invite');
    pass(1000);
    click('.send');
    answered('/api/invite');
    expect(counted.map(({ subject }) => subject)).toEqual([
      'person/nobody',
      'person/bob',
      'person/nobody',
    ]);
  });

  test('is not confirmed by a control that was as it should become before', () => {
    const { counted } = visit(
      siteWith(invite),
      `${people}<i data-who="bob" data-state="pending"></i>${dialog}`,
    );
    click('[data-who="bob"]');
    click('.send');
    pass(5000);
    expect(counted).toEqual([]);
  });

  test('is not confirmed by a hidden duplicate', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    click('[data-who="bob"]');
    click('.send');
    find('#people').insertAdjacentHTML(
      'beforeend',
      '<i data-who="bob" data-state="pending" style="display: none"></i>',
    );
    pass(5000);
    expect(counted).toEqual([]);
  });
});

describe('two deeds of one rule', () => {
  test('about the same one on the same day have one key, whatever the page', () => {
    const { counted } = visit(siteWith(invite), people + dialog);
    for (const path of ['17', '18']) {
      goTo(`https://crm.test/contacts/${path}`);
      click('[data-who="bob"]');
      click('.send');
      answered('/api/invite');
      pass(1000);
    }
    expect(new Set(counted.map(({ once }) => once?.key)).size).toBe(1);
    expect(counted).toHaveLength(2);
  });
});

describe('what must show on the page where it began', () => {
  const accept = rule({
    confirm: [[{ request: /\/api\/accept$/ }], [{ vanishes: ['#go'] }, { holds: 1000 }]],
    here: true,
  });
  const html = '<button id="go"></button>';

  test('proves nothing by going with it', () => {
    const { counted } = visit(siteWith(accept), html);
    click('#go');
    goTo('https://crm.test/contacts');
    find('#go').remove();
    pass(3000);
    expect(counted).toEqual([]);
  });

  test('counts when it had shown before the rep went on', () => {
    const { counted } = visit(siteWith(accept), html);
    click('#go');
    find('#go').remove();
    look();
    expect(counted).toEqual([]);
    goTo('https://crm.test/contacts');
    expect(counted).toMatchObject([{ evidence: 'vanishes', subject: 'contact/17' }]);
  });

  test('is still proven by a request that had left', () => {
    const { counted } = visit(siteWith(accept), html);
    click('#go');
    const left = performance.now();
    pass(50);
    goTo('https://crm.test/contacts');
    answered('/api/accept', { left });
    expect(counted).toHaveLength(1);
  });
});

describe('a site that draws parts of its page in shadow roots', () => {
  const site = {
    ...siteWith(
      rule({
        confirm: [[{ appears: ['.notice'] }]],
        fails: ['.error'],
      }),
    ),
    shadows: ['#outlet'],
  } as const;
  const open = () => {
    const seen = visit(site, '<button id="go"></button><div id="outlet"></div>');
    const root = find('#outlet').attachShadow({ mode: 'open' });
    return { ...seen, root };
  };

  test('is looked at inside of them for what appears', () => {
    const { counted, root } = open();
    click('#go');
    root.innerHTML = '<p class="notice">Sent</p>';
    look();
    expect(counted).toHaveLength(1);
  });

  test('is looked at inside of them for what fails', () => {
    const { counted, root } = open();
    click('#go');
    root.innerHTML = '<p class="error">Not sent</p>';
    look();
    find('#go').insertAdjacentHTML('afterend', '<p class="notice">Sent</p>');
    look();
    expect(counted).toEqual([]);
  });

  test('is listened to inside of them from a key or a click on, without a pointer', () => {
    const { counted, root } = open();
    root.innerHTML = '<button id="go"></button>';
    const [button] = root.children;
    if (!button) throw new Error('no button');
    press(button, 'Tab');
    click(button);
    root.innerHTML += '<p class="notice">Sent</p>';
    look();
    expect(counted).toHaveLength(1);
  });
});
