// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Confirmation } from '../../../lib/sites/site';
import {
  answered,
  atRest,
  atWork,
  click,
  doubleClick,
  find,
  goTo,
  look,
  morning,
  pass,
  pointerDown,
  pointerUp,
  press,
  rule,
  scriptDoes,
  siteWith,
  useFakePage,
  visit,
} from './visit';

useFakePage();

interface Case {
  readonly confirmation: Confirmation;
  readonly event?: 'drop';
  readonly html: string;
  readonly identity?: (target: Element) => string | undefined;
  /** What the rep does; a click on #go where it is left out. */
  readonly begin?: () => void;
  /** What the page does when it worked, up to the moment that counts. */
  readonly confirm: () => void;
}

const cases: Readonly<Record<string, Case>> = {
  request: {
    confirmation: { request: /\/api\/notes$/ },
    html: '<button id="go">Save</button>',
    confirm: () => {
      answered('/api/notes');
    },
  },
  appears: {
    confirmation: { appears: ['.notice'] },
    html: '<button id="go">Save</button>',
    confirm: () => {
      add('<p class="notice">Saved</p>');
    },
  },
  'appears, in a notice element that is used again': {
    confirmation: { appears: ['.notice'] },
    html: '<button id="go">Save</button><p class="notice">Welcome back</p>',
    confirm: () => {
      find('.notice').textContent = 'Saved';
    },
  },
  'appears, in its own part of the page': {
    confirmation: { appears: ['.said'], in: ['.talk'] },
    html: '<div class="talk"><button id="go">Send</button></div><div class="talk other"></div>',
    confirm: () => {
      find('.talk').insertAdjacentHTML('beforeend', '<p class="said">Hello</p>');
    },
  },
  'appears, as an echo of what was written': {
    confirmation: { echoes: ['textarea'], in: ['.post'] },
    html: `<div class="post"><p>Hello</p>
      <form><textarea>Hello</textarea><button type="button" id="go">Send</button></form></div>`,
    confirm: () => {
      (find('textarea') as HTMLTextAreaElement).value = '';
      find('.post').insertAdjacentHTML('beforeend', '<p>Hel</p><p>lo</p>');
    },
  },
  'vanishes, all that stands for the thing': {
    confirmation: { leaves: ['.invite'] },
    html: '<i class="invite" data-who="1"></i><button class="invite" id="go" data-who="1"></button>',
    identity: (target) => target.getAttribute('data-who') ?? undefined,
    confirm: () => {
      for (const one of document.querySelectorAll('.invite')) one.remove();
    },
  },
  vanishes: {
    confirmation: { vanishes: ['.composer'] },
    html: '<div class="composer"><button id="go">Send</button></div><div class="composer"></div>',
    confirm: () => {
      document.querySelector('.composer:has(#go)')?.remove();
    },
  },
  'vanishes, by being hidden': {
    confirmation: { vanishes: ['.composer'] },
    html: '<div class="composer"><button id="go">Send</button></div>',
    confirm: () => {
      find('.composer').style.display = 'none';
    },
  },
  empties: {
    confirmation: { empties: ['textarea'] },
    html: '<form><textarea>Hello</textarea><button type="button" id="go">Send</button></form>',
    confirm: () => {
      (find('textarea') as HTMLTextAreaElement).value = '';
    },
  },
  'empties, in an editor that is no form field': {
    confirmation: { empties: ['[contenteditable]'] },
    html: '<form><div contenteditable><p>Hello</p></div><button type="button" id="go">Send</button></form>',
    confirm: () => {
      find('[contenteditable]').innerHTML = '<p><br></p>';
    },
  },
  becomes: {
    confirmation: { becomes: ['[aria-checked="true"]'] },
    html: '<span role="checkbox" aria-checked="false" id="go"></span>',
    confirm: () => {
      find('#go').setAttribute('aria-checked', 'true');
      pass(2500);
    },
  },
  moves: {
    confirmation: { moves: { container: ['.column'], named: 'data-stage' } },
    event: 'drop',
    html: `<div class="column" data-stage="new"><div id="go">Deal</div></div>
      <div class="column" data-stage="won"></div>`,
    begin: () => {
      pointerDown('#go', 10, 10);
      pointerUp('#go', 200, 10);
    },
    confirm: () => {
      find('[data-stage="won"]').append(find('#go'));
    },
  },
  arrives: {
    confirmation: { arrives: 'list' },
    html: '<button id="go">Save</button>',
    confirm: () => {
      goTo('https://crm.test/contacts');
    },
  },
};

describe.each(Object.entries(cases))('confirmed by what %s', (name, one) => {
  const { html, confirm } = one;
  const begin =
    one.begin ??
    (() => {
      click('#go');
    });
  const open = (extra = '') =>
    visit(
      siteWith(
        rule({
          confirm: [[one.confirmation]],
          intents: [{ event: one.event ?? 'click', target: ['#go'] }],
          ...(one.identity && { identity: one.identity }),
        }),
      ),
      `${html}<button id="cancel">Cancel</button>${extra}`,
    );

  test('what the rep did counts once, as of when the hand moved', () => {
    const { counted, failed } = open();
    begin();
    pass(500);
    confirm();
    look();
    expect(counted).toMatchObject([
      {
        kinds: ['note'],
        at: morning,
        site: 'test',
        via: 'page',
        rule: 'test/rule',
        subject: 'contact/17',
        evidence: name.split(',')[0],
      },
    ]);
    expect(failed).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('without it nothing counts, and after the deadline it comes too late', () => {
    const { counted } = open();
    begin();
    pass(10_500);
    expect(atWork()).toEqual(atRest);
    confirm();
    look();
    expect(counted).toEqual([]);
  });

  test('without the rep it counts nothing', () => {
    const { counted } = open();
    confirm();
    look();
    expect(counted).toEqual([]);
  });

  test('cancelling ends it', () => {
    const { counted } = open();
    begin();
    look();
    click('#cancel');
    pass(50);
    confirm();
    look();
    expect(counted).toEqual([]);
  });

  test('Escape ends it', () => {
    const { counted } = open();
    begin();
    look();
    press('#go', 'Escape');
    pass(50);
    confirm();
    look();
    expect(counted).toEqual([]);
  });

  test('a new error notice ends it', () => {
    const { counted } = open();
    begin();
    look();
    add('<p class="error">That did not work</p>');
    look();
    confirm();
    look();
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('an error notice from before does not end it', () => {
    const { counted } = open('<p class="error">An old one</p>');
    begin();
    look();
    confirm();
    look();
    expect(counted).toHaveLength(1);
  });

  test('done twice in a moment it is one', () => {
    const { counted } = open();
    begin();
    pass(150);
    begin();
    look();
    confirm();
    look();
    pass(10_500);
    expect(counted).toHaveLength(1);
  });

  test('a script that does the same counts nothing', () => {
    const { counted } = open();
    scriptDoes(begin);
    confirm();
    look();
    expect(counted).toEqual([]);
  });
});

describe('the page’s own request', () => {
  const notes = rule({ confirm: [[{ request: /\/api\/notes$/ }]] });
  const html = '<button id="go">Save</button><button id="cancel">Cancel</button>';

  test.each([0, 301, 400, 422, 500])('answered %i counts nothing, and it is over', (status) => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    answered('/api/notes', { status });
    answered('/api/notes');
    look();
    expect(counted).toEqual([]);
  });

  test.each([200, 201, 204])('answered %i counts', (status) => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    answered('/api/notes', { status });
    expect(counted).toHaveLength(1);
  });

  test('must have left after the hand moved', () => {
    const { counted } = visit(siteWith(notes), html);
    pass(1000);
    click('#go');
    answered('/api/notes', { left: performance.now() - 1 });
    look();
    expect(counted).toEqual([]);
  });

  test('must be that request: another one, or an image of that name, proves nothing', () => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    answered('/api/notes?select=*');
    answered('/api/notes', { by: 'img' });
    answered('/api/notes', { by: 'script' });
    look();
    expect(counted).toEqual([]);
  });

  test('by XMLHttpRequest is as good as by fetch', () => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    answered('/api/notes', { by: 'xmlhttprequest' });
    expect(counted).toHaveLength(1);
  });

  test('that left before the cancel still counts', () => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    const left = performance.now() + 5;
    pass(300);
    click('#cancel');
    pass(300);
    answered('/api/notes', { left });
    look();
    expect(counted).toHaveLength(1);
  });

  test('that left before Escape still counts, one that left after does not', () => {
    const { counted } = visit(siteWith(notes), html);
    click('#go');
    const left = performance.now() + 5;
    pass(300);
    press('#go', 'Escape');
    pass(300);
    answered('/api/notes');
    look();
    expect(counted).toEqual([]);
    answered('/api/notes', { left });
    look();
    expect(counted).toHaveLength(1);
  });

  test('gives its named parts to the kind', () => {
    const stage = rule({
      confirm: [[{ request: /\/api\/deals\/move\/(?<to>\w+)$/ }]],
      kind: (_values, { captures }) => (captures['to'] === 'won' ? ['win'] : ['stage']),
    });
    const { counted } = visit(siteWith(stage), html);
    click('#go');
    answered('/api/deals/move/won');
    expect(counted).toMatchObject([{ kinds: ['win'] }]);
  });

  test('names the thing: one for another thing proves nothing, and fails nothing', () => {
    const done = rule({
      intents: [{ event: 'click', target: ['[data-task]'] }],
      confirm: [[{ request: /\/api\/tasks\/(?<identity>\d+)$/ }]],
      identity: (target) => target.getAttribute('data-task') ?? undefined,
      once: 'identity',
    });
    const { counted } = visit(siteWith(done), '<button data-task="12">Done</button>');
    click('[data-task]');
    answered('/api/tasks/13');
    answered('/api/tasks/13', { status: 500 });
    look();
    expect(counted).toEqual([]);
    answered('/api/tasks/12');
    expect(counted).toMatchObject([{ once: { key: 'test/rule 12', per: 'ever' } }]);
  });

  test('names the thing where the button does not', () => {
    const done = rule({
      confirm: [[{ request: /\/api\/tasks\/(?<identity>\d+)$/ }]],
      once: 'identity-day',
    });
    const { counted } = visit(siteWith(done), html);
    click('#go');
    answered('/api/tasks/12');
    expect(counted).toMatchObject([{ once: { key: 'test/rule 12', per: 'day' } }]);
  });
});

describe('a notice', () => {
  const saved = rule({ confirm: [[{ appears: ['.notice'] }]] });

  test('that is drawn invisible counts once it can be seen', () => {
    const { counted } = visit(
      siteWith(saved),
      '<button id="go">Save</button><p class="notice" style="display: none">Saved</p>',
    );
    click('#go');
    look();
    expect(counted).toEqual([]);
    find('.notice').style.display = '';
    look();
    expect(counted).toHaveLength(1);
  });

  test('that was there before, unchanged, counts nothing', () => {
    const { counted } = visit(
      siteWith(saved),
      '<button id="go">Save</button><p class="notice">Saved</p>',
    );
    click('#go');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('that went and came again in the same element with the same words is new', () => {
    const { counted } = visit(
      siteWith(saved),
      '<button id="go">Save</button><p class="notice">Saved</p>',
    );
    click('#go');
    find('.notice').style.display = 'none';
    look();
    find('.notice').style.display = '';
    look();
    expect(counted).toHaveLength(1);
  });

  test('that was seen for a moment stays seen while the rest of its group is awaited', () => {
    const both = rule({ confirm: [[{ appears: ['.notice'] }, { request: /\/api\/notes$/ }]] });
    const { counted } = visit(siteWith(both), '<button id="go">Save</button>');
    click('#go');
    add('<p class="notice">Saved</p>');
    look();
    find('.notice').remove();
    look();
    expect(counted).toEqual([]);
    answered('/api/notes');
    look();
    expect(counted).toHaveLength(1);
  });
});

describe('a complaint that stood in the form already', () => {
  const saves = rule({
    confirm: [[{ request: /\/api\/notes$/ }]],
    fails: ['form [aria-invalid="true"]'],
  });
  const form = `<form><input aria-invalid="true"><button type="button" id="go">Save</button></form>`;
  const open = () => visit(siteWith(saves), form);
  const mend = () => {
    find('input').removeAttribute('aria-invalid');
  };

  test.each([20, 300, 3000])(
    'and stays has refused the save: what a script sends %i ms later counts nothing',
    (later) => {
      const { counted, ended } = open();
      click('#go');
      pass(later);
      answered('/api/notes');
      pass(1000);
      mend();
      pass(10_500);
      expect(counted).toEqual([]);
      expect(ended).toHaveLength(1);
      expect(ended).not.toContain('test/rule unconfirmed');
    },
  );

  test('and is drawn anew has refused the save too', () => {
    const { counted } = open();
    click('#go');
    find('input').outerHTML = '<input aria-invalid="true">';
    answered('/api/notes');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('and is mended after the refusal leaves nothing behind that a script could confirm', () => {
    const { counted } = open();
    click('#go');
    pass(1000);
    mend();
    pass(1000);
    answered('/api/notes');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('and is mended counts when it is saved again', () => {
    const { counted } = open();
    click('#go');
    pass(1000);
    mend();
    click('#go');
    answered('/api/notes');
    expect(counted).toHaveLength(1);
  });

  test.each([50, 3000])('and goes with the answer, %i ms later, is no refusal', (later) => {
    const { counted } = open();
    click('#go');
    const left = performance.now() + 5;
    pass(later);
    mend();
    answered('/api/notes', { left });
    expect(counted).toHaveLength(1);
  });

  test.each([50, 3000])('and goes a moment after the answer is no refusal', (later) => {
    const { counted } = open();
    click('#go');
    const left = performance.now() + 5;
    pass(later);
    answered('/api/notes', { left });
    pass(200);
    mend();
    look();
    expect(counted).toHaveLength(1);
  });

  test('and goes with the form is no refusal', () => {
    const { counted } = open();
    click('#go');
    find('form').remove();
    answered('/api/notes');
    expect(counted).toHaveLength(1);
  });

  test('and goes with the page is no refusal', () => {
    const { counted } = open();
    click('#go');
    answered('/api/notes');
    window.dispatchEvent(new Event('pagehide'));
    expect(counted).toHaveLength(1);
  });

  test('and stays in another form says nothing of this one', () => {
    const { counted } = visit(
      siteWith(saves),
      '<form><input aria-invalid="true"></form><form><button type="button" id="go"></button></form>',
    );
    click('#go');
    answered('/api/notes');
    expect(counted).toHaveLength(1);
  });
});

describe('what appears in a part of the page', () => {
  const said = rule({
    intents: [{ event: 'click', target: ['.send'] }],
    confirm: [[{ appears: ['.said'], in: ['.talk'] }]],
  });
  const talk = (id: string) => `<div class="talk" id="${id}"><button class="send"></button></div>`;

  test('counts nothing in another part of it', () => {
    const { counted } = visit(siteWith(said), talk('one') + talk('two'));
    click('#one .send');
    find('#two').insertAdjacentHTML('beforeend', '<p class="said">Hello</p>');
    look();
    expect(counted).toEqual([]);
    find('#one').insertAdjacentHTML('beforeend', '<p class="said">Hello</p>');
    look();
    expect(counted).toHaveLength(1);
  });
});

describe('an echo', () => {
  const comment = rule({ confirm: [[{ echoes: ['textarea'], in: ['.post'] }]] });
  const post = (text: string) => `<div class="post">
    <form><textarea>${text}</textarea><button type="button" id="go"></button></form></div>`;

  test('is not what stands in an editor, the same or another', () => {
    const { counted } = visit(siteWith(comment), post('Hello'));
    click('#go');
    find('.post').insertAdjacentHTML('beforeend', '<textarea>Hello</textarea>');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('is not what stood there before, however often the page is drawn anew', () => {
    const { counted } = visit(siteWith(comment), post('Hello'));
    find('.post').insertAdjacentHTML('beforeend', '<p>Hello</p>');
    click('#go');
    find('.post p').outerHTML = '<p>Hello</p>';
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('of nothing counts nothing', () => {
    const { counted } = visit(siteWith(comment), post(''));
    click('#go');
    find('.post').insertAdjacentHTML('beforeend', '<p>Hello</p>');
    pass(10_500);
    expect(counted).toEqual([]);
  });
});

describe('what leaves', () => {
  const accepted = rule({
    intents: [{ event: 'click', target: ['[data-who]'] }],
    confirm: [[{ leaves: ['[data-who]'] }]],
    identity: (target) => target.getAttribute('data-who') ?? undefined,
  });
  const row = (who: string) => `<button data-who="${who}"></button>`;

  test('has not left when the list is drawn anew with it', () => {
    const { counted } = visit(siteWith(accepted), `<div id="list">${row('a')}${row('b')}</div>`);
    click('[data-who="a"]');
    find('#list').innerHTML = row('a') + row('b');
    look();
    expect(counted).toEqual([]);
    find('#list').innerHTML = row('b');
    look();
    expect(counted).toHaveLength(1);
  });

  test('must have been there', () => {
    const away = rule({ ...accepted, confirm: [[{ leaves: ['.gone'] }]] });
    const { counted } = visit(siteWith(away), row('a'));
    click('[data-who="a"]');
    pass(10_500);
    expect(counted).toEqual([]);
  });
});

describe('a proof that is held', () => {
  const held = rule({
    confirm: [[{ request: /\/api\/invite$/ }, { lacks: ['.notice'] }, { holds: 1000 }]],
  });
  const open = () => visit(siteWith(held), '<button id="go">Send</button>');

  test('counts when it has stood for so long, not sooner', () => {
    const { counted } = open();
    click('#go');
    answered('/api/invite');
    pass(900);
    expect(counted).toEqual([]);
    pass(300);
    expect(counted).toMatchObject([{ evidence: 'request', at: morning }]);
  });

  test('counts nothing when a notice comes meanwhile, or an error', () => {
    for (const notice of ['notice', 'error']) {
      const { counted } = open();
      click('#go');
      answered('/api/invite');
      pass(500);
      add(`<p class="${notice}">Hm</p>`);
      pass(11_000);
      expect(counted).toEqual([]);
    }
  });

  test('counts nothing when a notice came, though it has gone since', () => {
    const { counted } = open();
    click('#go');
    answered('/api/invite');
    pass(500);
    add('<p class="notice">Hm</p>');
    look();
    find('.notice').remove();
    pass(9000);
    expect(counted).toEqual([]);
  });

  test('starts anew when it did not stand throughout', () => {
    const gone = rule({ confirm: [[{ vanishes: ['#box'] }, { holds: 1000 }]] });
    const { counted } = visit(siteWith(gone), '<div id="box"><button id="go"></button></div>');
    click('#go');
    find('#box').style.display = 'none';
    pass(700);
    find('#box').style.display = '';
    look();
    find('#box').style.display = 'none';
    pass(700);
    expect(counted).toEqual([]);
    pass(600);
    expect(counted).toHaveLength(1);
  });

  test('counts at once when the page goes', () => {
    const { counted } = open();
    click('#go');
    answered('/api/invite');
    window.dispatchEvent(new Event('pagehide'));
    expect(counted).toHaveLength(1);
  });

  test('counts by what was answered just before the page went', () => {
    const { counted } = open();
    click('#go');
    answered('/api/invite', { told: false });
    window.dispatchEvent(new Event('pagehide'));
    expect(counted).toHaveLength(1);
  });

  test('is nothing when the page goes without an answer', () => {
    const { counted } = open();
    click('#go');
    window.dispatchEvent(new Event('pagehide'));
    expect(counted).toEqual([]);
  });
});

describe('a refusal', () => {
  const sends = rule({
    confirm: [[{ request: /\/api\/send$/ }], [{ empties: ['textarea'] }, { holds: 500 }]],
    refused: /\/api\/send$/,
  });

  test('ends what the page showed in the hope of success', () => {
    const { counted } = visit(
      siteWith(sends),
      '<form><textarea>Hello</textarea><button type="button" id="go"></button></form>',
    );
    click('#go');
    (find('textarea') as HTMLTextAreaElement).value = '';
    look();
    answered('/api/send', { status: 429 });
    expect(atWork()).toEqual(atRest);
    pass(2000);
    expect(counted).toEqual([]);
  });

  test('of one thing is none of another that was sent later', () => {
    const each = rule({
      ...sends,
      intents: [{ event: 'click', target: ['[data-who]'] }],
      confirm: [[{ request: /\/api\/send$/ }]],
      identity: (target) => target.getAttribute('data-who') ?? undefined,
      once: 'identity',
    });
    const { counted } = visit(
      siteWith(each),
      '<button data-who="a"></button><button data-who="b"></button>',
    );
    click('[data-who="a"]');
    pass(50);
    const left = performance.now();
    pass(50);
    click('[data-who="b"]');
    pass(50);
    answered('/api/send');
    answered('/api/send', { status: 429, left });
    pass(10_500);
    expect(counted).toMatchObject([{ once: { key: 'test/rule b' } }]);
  });
});

describe('an editor', () => {
  const sent = rule({ confirm: [[{ empties: ['textarea'] }]] });

  test('that was empty already counts nothing', () => {
    const { counted } = visit(
      siteWith(sent),
      '<form><textarea></textarea><button type="button" id="go">Send</button></form>',
    );
    click('#go');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('elsewhere on the page that empties counts nothing', () => {
    const { counted } = visit(
      siteWith(sent),
      `<form><textarea>Hello</textarea><button type="button" id="go">Send</button></form>
       <form><textarea id="other">Hi</textarea></form>`,
    );
    click('#go');
    (find('#other') as HTMLTextAreaElement).value = '';
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('that goes away with its text counts nothing: it may have been thrown away', () => {
    const { counted } = visit(
      siteWith(sent),
      '<form><textarea>Hello</textarea><button type="button" id="go">Send</button></form>',
    );
    click('#go');
    find('form').remove();
    pass(10_500);
    expect(counted).toEqual([]);
  });
});

describe('a tick', () => {
  const done = rule({
    intents: [{ event: 'click', target: ['[role="checkbox"]'] }],
    confirm: [[{ becomes: ['[aria-checked="true"]'] }]],
    identity: (target) => target.id,
    kind: 'task',
    once: 'identity',
  });
  const box = (id: string, checked = false) =>
    `<span role="checkbox" id="${id}" aria-checked="${String(checked)}"></span>`;
  const tick = (id: string, checked = 'true') => {
    find(`#${id}`).setAttribute('aria-checked', checked);
  };

  test('that is taken back within two seconds counts nothing', () => {
    const { counted } = visit(siteWith(done), box('task-1'));
    click('#task-1');
    tick('task-1');
    pass(1800);
    tick('task-1', 'false');
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('counts when it has held for two seconds, not sooner', () => {
    const { counted } = visit(siteWith(done), box('task-1'));
    click('#task-1');
    tick('task-1');
    pass(1800);
    expect(counted).toEqual([]);
    pass(600);
    expect(counted).toHaveLength(1);
  });

  test('is followed when the list is drawn anew, by the task’s own id', () => {
    const { counted } = visit(
      siteWith(done),
      `<div id="list">${box('task-1')}${box('task-2')}</div>`,
    );
    click('#task-1');
    find('#list').innerHTML = box('task-2') + box('task-1', true);
    pass(2500);
    expect(counted).toMatchObject([{ once: { key: 'test/rule task-1' } }]);
  });

  test('of another task in the place of this one counts nothing', () => {
    const { counted } = visit(siteWith(done), `<div id="list">${box('task-1')}</div>`);
    click('#task-1');
    find('#list').innerHTML = box('task-2', true);
    pass(10_500);
    expect(counted).toEqual([]);
  });

  test('still counts when the finished task leaves its list', () => {
    const { counted } = visit(siteWith(done), box('task-1'));
    click('#task-1');
    tick('task-1');
    look();
    find('#task-1').remove();
    pass(2500);
    expect(counted).toHaveLength(1);
  });
});

describe('a rule with several ways to be sure', () => {
  test('takes any one group, and all of its members', () => {
    const either = rule({
      confirm: [
        [{ request: /\/api\/notes$/ }, { vanishes: ['.composer'] }],
        [{ appears: ['.notice'] }],
      ],
    });
    const { counted } = visit(
      siteWith(either),
      '<div class="composer"><button id="go">Save</button></div><button id="again">Again</button>',
    );
    click('#go');
    answered('/api/notes');
    look();
    expect(counted).toEqual([]);
    find('.composer').style.display = 'none';
    look();
    expect(counted).toHaveLength(1);
    find('.composer').style.display = '';
    click('#go');
    add('<p class="notice">Saved</p>');
    look();
    expect(counted).toHaveLength(2);
  });

  test('is over only when every way has failed', () => {
    const either = rule({
      confirm: [[{ request: /\/api\/notes$/ }], [{ request: /\/api\/v2\/notes$/ }]],
    });
    const { counted } = visit(siteWith(either), '<button id="go">Save</button>');
    click('#go');
    answered('/api/notes', { status: 404 });
    answered('/api/v2/notes');
    expect(counted).toHaveLength(1);
  });
});

describe('what nothing can confirm', () => {
  const dial = rule({
    id: 'test/tel',
    intents: [{ event: 'click', target: ['a[href^="tel:"]'] }],
    kind: 'call',
    confirm: [[{ none: 'ask' }]],
  });
  const html = '<a href="tel:+4930123">+49 30 123</a><a id="other" href="tel:+4940456">2</a>';

  test('is asked about at once, and never counted by itself', () => {
    const { asked, counted } = visit(siteWith(dial), html);
    click('a');
    expect(asked).toMatchObject([{ kinds: ['call'], evidence: 'said', subject: 'contact/17' }]);
    pass(10_500);
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('is asked once for a double click', () => {
    const { asked } = visit(siteWith(dial), html);
    doubleClick('a');
    expect(new Set(asked.map(({ occurrence }) => occurrence)).size).toBe(1);
    expect(asked).toHaveLength(1);
  });

  test('is asked again when the rep dials again later', () => {
    const { asked } = visit(siteWith(dial), html);
    click('a');
    pass(60_000);
    click('a');
    expect(asked).toHaveLength(2);
  });

  test('is not asked when a script clicked the link', () => {
    const { asked } = visit(siteWith(dial), html);
    scriptDoes(() => {
      click('a');
    });
    expect(asked).toEqual([]);
  });
});

function add(html: string) {
  document.body.insertAdjacentHTML('beforeend', html);
}
