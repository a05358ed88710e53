// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import {
  answered,
  atRest,
  atWork,
  click,
  doubleClick,
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

const saves = rule({ confirm: [[{ request: /\/api\/notes$/ }]] });
const button = '<button id="go">Save</button><button id="cancel">Cancel</button>';

/** Clicks it, and says when its request left. */
function sent(selector: string) {
  click(selector);
  const left = performance.now() + 5;
  pass(100);
  return { left };
}

describe('clicking twice', () => {
  test('counts one when the only request left after the first click', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    const left = performance.now() + 5;
    pass(150);
    click('#go', 2);
    pass(300);
    answered('/api/notes', { left });
    pass(10_500);
    expect(counted).toHaveLength(1);
  });

  test('counts one when each click sent a request', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    pass(150);
    click('#go', 2);
    answered('/api/notes');
    answered('/api/notes');
    pass(10_500);
    expect(counted).toHaveLength(1);
  });

  test('counts one when the first was answered before the second click', () => {
    const { counted } = visit(siteWith(saves), button);
    doubleClick('#go', () => {
      answered('/api/notes');
    });
    answered('/api/notes');
    pass(10_500);
    expect(new Set(counted.map(({ occurrence }) => occurrence)).size).toBe(1);
  });

  test('counts one when one member of the proof came before the second click', () => {
    const both = rule({ confirm: [[{ request: /\/api\/notes$/ }, { appears: ['.notice'] }]] });
    const { counted } = visit(siteWith(both), button);
    doubleClick('#go', () => {
      answered('/api/notes');
    });
    document.body.insertAdjacentHTML('beforeend', '<p class="notice">Saved</p>');
    look();
    expect(counted).toHaveLength(1);
  });

  test('on the same button after a while is the same attempt with a new deadline', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    pass(8000);
    click('#go');
    pass(8000);
    answered('/api/notes');
    look();
    expect(counted).toMatchObject([{ occurrence: 'occurrence-1' }]);
  });

  test('reads the form again the second time', () => {
    const stage = rule({
      confirm: [[{ request: /\/api\/notes$/ }]],
      reads: { stage: ['select'] },
      kind: ({ stage }) => (stage?.is === 'won' ? ['win'] : ['stage']),
    });
    const { counted } = visit(
      siteWith(stage),
      `<form><select><option>new</option><option>won</option></select>
       <button id="go" type="button">Save</button></form>`,
    );
    click('#go');
    pass(3000);
    (find('select') as HTMLSelectElement).value = 'won';
    click('#go');
    answered('/api/notes');
    expect(counted).toMatchObject([{ kinds: ['win'] }]);
  });

  test('with an answer and another hand between are two actions, however fast', () => {
    const { counted } = visit(siteWith(saves), `<textarea></textarea>${button}`);
    click('#go');
    answered('/api/notes');
    pass(100);
    press('textarea', 'a');
    pass(100);
    click('#go');
    answered('/api/notes');
    expect(new Set(counted.map(({ occurrence }) => occurrence)).size).toBe(2);
  });

  test('with time and an answer between are two actions', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    answered('/api/notes');
    pass(5000);
    click('#go');
    answered('/api/notes');
    pass(1000);
    expect(new Set(counted.map(({ occurrence }) => occurrence)).size).toBe(2);
  });
});

describe('another target of the same rule', () => {
  const done = rule({
    intents: [{ event: 'click', target: ['[data-task]'] }],
    confirm: [[{ vanishes: ['[data-task]'] }]],
    identity: (target) => target.getAttribute('data-task') ?? undefined,
    once: 'identity',
  });

  test('waits beside the first where each has a name', () => {
    const { counted } = visit(
      siteWith(done),
      '<button data-task="1">A</button><button data-task="2">B</button>',
    );
    click('[data-task="1"]');
    look();
    click('[data-task="2"]');
    find('[data-task="1"]').remove();
    look();
    expect(counted).toMatchObject([{ once: { key: 'test/rule 1' } }]);
    find('[data-task="2"]').remove();
    look();
    expect(counted).toMatchObject([
      { once: { key: 'test/rule 1' } },
      { once: { key: 'test/rule 2' } },
    ]);
  });

  test('takes the place of the first where they have none', () => {
    const { identity: _identity, ...nameless } = done;
    const { counted } = visit(
      siteWith(nameless),
      '<button data-task="1">A</button><button data-task="2">B</button>',
    );
    click('[data-task="1"]');
    look();
    click('[data-task="2"]');
    find('[data-task="1"]').remove();
    look();
    expect(counted).toEqual([]);
    find('[data-task="2"]').remove();
    look();
    expect(counted).toHaveLength(1);
  });
});

describe('two parts of the page that have no names', () => {
  const ticked = rule({
    intents: [{ event: 'click', target: ['.tick'] }],
    scope: ['li'],
    reads: { type: ['b'] },
    kind: ({ type }) => (type?.is === 'Call' ? ['call'] : ['email']),
    confirm: [[{ request: /\/api\/tasks\/(?<identity>\d+)$/ }, { appears: ['.notice'] }]],
    once: 'identity',
  });
  const row = (id: string, type: string) =>
    `<li id="${id}"><b>${type}</b><button class="tick"></button></li>`;
  const rows = row('one', 'Call') + row('two', 'Email');
  const notice = () => {
    document.body.insertAdjacentHTML('beforeend', '<p class="notice">Marked complete</p>');
    look();
  };
  /** Both ticked, each request sent by its own click. */
  const tickBoth = () => {
    const seen = visit(siteWith(ticked), rows);
    return { ...seen, first: sent('#one .tick'), second: sent('#two .tick') };
  };

  test('wait beside each other, and each needs a notice of its own', () => {
    const { counted, first, second } = tickBoth();
    answered('/api/tasks/1', first);
    answered('/api/tasks/2', second);
    notice();
    expect(counted).toMatchObject([{ kinds: ['call'], once: { key: 'test/rule 1' } }]);
    pass(5000);
    expect(counted).toHaveLength(1);
    notice();
    expect(counted.slice(1)).toMatchObject([{ kinds: ['email'], once: { key: 'test/rule 2' } }]);
    expect(atWork()).toEqual(atRest);
  });

  test('both count when both notices came before the answers', () => {
    const { counted, first, second } = tickBoth();
    notice();
    notice();
    answered('/api/tasks/1', first);
    answered('/api/tasks/2', second);
    look();
    expect(counted).toHaveLength(2);
  });

  test('a notice is for the one that has all the rest, not for the one that waits longest', () => {
    const { counted, first, second } = tickBoth();
    answered('/api/tasks/2', second);
    notice();
    expect(counted).toMatchObject([{ kinds: ['email'] }]);
    answered('/api/tasks/1', first);
    pass(1000);
    expect(counted).toHaveLength(1);
    notice();
    expect(counted).toMatchObject([{ kinds: ['email'] }, { kinds: ['call'] }]);
  });

  test('one notice that is used again is as good as two, once it says something new', () => {
    const { counted, first, second } = tickBoth();
    answered('/api/tasks/1', first);
    answered('/api/tasks/2', second);
    notice();
    expect(counted).toHaveLength(1);
    find('.notice').textContent = 'Marked complete again';
    look();
    expect(counted).toHaveLength(2);
  });

  test('a notice that the second saw come first of all remains its own', () => {
    const { counted, first, second } = tickBoth();
    notice();
    find('.notice').textContent = 'Marked complete again';
    look();
    answered('/api/tasks/1', first);
    answered('/api/tasks/2', second);
    look();
    expect(counted).toHaveLength(2);
  });

  test('the first counts when it was answered in the moment before the second click', () => {
    const { counted } = visit(siteWith({ ...ticked, scope: ['body'] }), rows);
    click('#one .tick');
    answered('/api/tasks/1');
    document.body.insertAdjacentHTML('beforeend', '<p class="notice">Marked complete</p>');
    click('#two .tick');
    look();
    expect(counted).toMatchObject([{ once: { key: 'test/rule 1' } }]);
  });

  test('the second takes the place of the first when that one’s part is gone', () => {
    const { counted } = visit(siteWith(ticked), rows);
    click('#one .tick');
    const left = performance.now() + 5;
    find('#one').remove();
    pass(100);
    click('#two .tick');
    answered('/api/tasks/1', { left });
    notice();
    expect(counted).toEqual([]);
  });

  test('a complaint while both are under way ends neither that was sent before it', () => {
    const { counted, ended, first, second } = tickBoth();
    document.body.insertAdjacentHTML('beforeend', '<p class="error">That did not work</p>');
    look();
    answered('/api/tasks/1', { ...first, status: 500 });
    expect(ended).toEqual(['test/rule failed']);
    answered('/api/tasks/2', second);
    notice();
    expect(counted).toMatchObject([{ kinds: ['email'] }]);
  });

  test('a complaint while both are under way ends what would be sent after it', () => {
    const { counted } = tickBoth();
    document.body.insertAdjacentHTML('beforeend', '<p class="error">That did not work</p>');
    look();
    answered('/api/tasks/1');
    answered('/api/tasks/2');
    notice();
    notice();
    expect(counted).toEqual([]);
  });
});

describe('two things that have names', () => {
  const ticked = rule({
    intents: [{ event: 'click', target: ['[data-task]'] }],
    kind: 'task',
    confirm: [[{ request: /\/api\/tasks\/(?<identity>\d+)$/ }]],
    once: 'identity',
    identity: (button) => button.getAttribute('data-task') ?? undefined,
  });
  const tickBoth = () => {
    const buttons = '<button data-task="1"></button><button data-task="2"></button>';
    const seen = visit(siteWith(ticked), buttons);
    return { ...seen, first: sent('[data-task="1"]'), second: sent('[data-task="2"]') };
  };
  const complaint = () => {
    document.body.insertAdjacentHTML('beforeend', '<p class="error">That did not work</p>');
  };

  test('a complaint while both are under way ends neither that was sent before it', () => {
    const { counted, first, second } = tickBoth();
    complaint();
    look();
    answered('/api/tasks/2', { ...second, status: 500 });
    answered('/api/tasks/1', first);
    look();
    expect(counted).toMatchObject([{ once: { key: 'test/rule 1' } }]);
  });

  test('a complaint after its own answer does not end the other, which is still to be answered', () => {
    const { counted, ended, first, second } = tickBoth();
    answered('/api/tasks/1', { ...first, status: 500 });
    expect(ended).toEqual(['test/rule failed']);
    complaint();
    pass(300);
    answered('/api/tasks/2', second);
    look();
    expect(counted).toMatchObject([{ once: { key: 'test/rule 2' } }]);
  });
});

describe('two rules for one click', () => {
  test('each wait for their own proof', () => {
    const create = rule({ id: 'test/create', kind: 'follow-up', confirm: [[{ request: /POST/ }]] });
    const update = rule({ id: 'test/update', kind: 'task', confirm: [[{ request: /PATCH/ }]] });
    const { counted } = visit(siteWith(create, update), button);
    click('#go');
    answered('/PATCH');
    look();
    expect(counted).toMatchObject([{ kinds: ['task'] }]);
  });
});

describe('cancelling', () => {
  test('leaves the rules alone that the cancel button does not belong to', () => {
    const other = rule({
      id: 'test/other',
      intents: [{ event: 'click', target: ['#other'] }],
      cancels: ['#elsewhere'],
      confirm: [[{ appears: ['.notice'] }]],
    });
    const { counted } = visit(siteWith(saves, other), `${button}<button id="other">Other</button>`);
    click('#other');
    click('#cancel');
    document.body.insertAdjacentHTML('beforeend', '<p class="notice">Saved</p>');
    look();
    expect(counted).toMatchObject([{ rule: 'test/other' }]);
  });

  test('the dialog that closing takes away is no proof of having sent it', () => {
    const either = rule({
      confirm: [[{ vanishes: ['.composer'] }], [{ request: /\/api\/send$/ }]],
    });
    const { counted } = visit(siteWith(either), `<div class="composer">${button}</div>`);
    click('#go');
    pass(50);
    press('#go', 'Escape');
    find('.composer').remove();
    pass(10_500);
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });
});

describe('saving again after Escape', () => {
  test('is not proved by what left between the two', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    pass(100);
    press('#go', 'Escape');
    pass(100);
    const between = performance.now();
    pass(100);
    click('#go');
    answered('/api/notes', { left: between });
    look();
    expect(counted).toEqual([]);
    answered('/api/notes');
    look();
    expect(counted).toHaveLength(1);
  });
});

describe('an intent and the page', () => {
  test('outlives the URL it began on', () => {
    const { counted } = visit(siteWith(saves), button);
    click('#go');
    goTo('https://crm.test/contacts');
    answered('/api/notes');
    expect(counted).toMatchObject([{ subject: 'contact/17' }]);
  });

  test('that waits for a page is not ended by a commit to the same kind of page', () => {
    const arrives = rule({ confirm: [[{ arrives: 'list' }]] });
    const { counted } = visit(siteWith(arrives), button);
    click('#go');
    goTo('https://crm.test/contacts/17?saving=1');
    goTo('https://crm.test/contacts');
    look();
    expect(counted).toHaveLength(1);
  });

  test('that waits for a page is over when the rep goes elsewhere', () => {
    const arrives = rule({ confirm: [[{ arrives: 'list' }]] });
    const { counted } = visit(siteWith(arrives), button);
    click('#go');
    goTo('https://crm.test/contacts/new');
    expect(atWork()).toEqual(atRest);
    goTo('https://crm.test/contacts');
    look();
    expect(counted).toEqual([]);
  });

  test('of one kind starts on no other', () => {
    const { counted } = visit(siteWith(saves), button, 'https://crm.test/contacts');
    click('#go');
    answered('/api/notes');
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('where the rep has gone without telling is noticed at the next event', () => {
    const { counted, detector, moved } = visit(siteWith(saves), button, 'https://crm.test/other');
    expect(detector.place.kind).toBeNull();
    history.pushState({}, '', '/contacts/18');
    click('#go');
    answered('/api/notes');
    expect(moved).toMatchObject([{ kind: 'contact', subject: 'contact/18' }]);
    expect(counted).toMatchObject([{ subject: 'contact/18' }]);
  });
});

describe('the kind of an action', () => {
  test('none: it was seen, and is no action', () => {
    const draft = rule({ confirm: [[{ request: /\/api\/notes$/ }]], kind: () => [] });
    const { counted } = visit(siteWith(draft), button);
    click('#go');
    answered('/api/notes');
    expect(counted).toEqual([]);
    expect(atWork()).toEqual(atRest);
  });

  test('several: one occurrence with all of them', () => {
    const convert = rule({
      confirm: [[{ request: /\/api\/convert$/ }]],
      kind: () => ['contact', 'company', 'opportunity'],
    });
    const { counted } = visit(siteWith(convert), button);
    click('#go');
    answered('/api/convert');
    expect(counted).toMatchObject([{ kinds: ['contact', 'company', 'opportunity'] }]);
  });
});

describe('a deed that can be taken back', () => {
  test('is reported under the name of the rule that counts it', () => {
    const reopened = rule({
      id: 'test/reopened',
      intents: [{ event: 'click', target: ['[data-task]'] }],
      confirm: [[{ request: /\/api\/reopen$/ }]],
      identity: (target) => target.getAttribute('data-task') ?? undefined,
      once: 'identity',
      same: 'test/done',
      reverses: true,
    });
    const { counted } = visit(siteWith(reopened), '<button data-task="12">Reopen</button>');
    click('[data-task]');
    answered('/api/reopen');
    expect(counted).toMatchObject([
      { reverses: true, once: { key: 'test/done 12', per: 'ever' }, rule: 'test/reopened' },
    ]);
  });
});

describe('a rule that throws', () => {
  const broken = new Error('broken');
  const good = rule({ id: 'test/good', confirm: [[{ request: /\/api\/notes$/ }]] });
  const throwing = {
    'when the hand moves': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/notes$/ }]],
      intents: [
        {
          event: 'click',
          target: ['#go'],
          accept: () => {
            throw broken;
          },
        },
      ],
    }),
    'when it names the thing': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/notes$/ }]],
      identity: () => {
        throw broken;
      },
    }),
    'when it is confirmed': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/notes$/ }]],
      kind: () => {
        throw broken;
      },
    }),
  };

  test.each(Object.entries(throwing))('%s is reported, and the others count', (_when, bad) => {
    const { counted, failed } = visit(siteWith(bad, good), button);
    click('#go');
    answered('/api/notes');
    look();
    expect(counted).toMatchObject([{ rule: 'test/good' }]);
    expect(failed).toEqual(['test/bad']);
    expect(atWork()).toEqual(atRest);
  });

  test('once the card is out of hand is reported, and the others count', () => {
    let gone = false;
    const moved = rule({
      id: 'test/bad',
      intents: [{ event: 'click', target: ['#go'] }],
      confirm: [[{ moves: { container: ['form'], named: 'id' } }]],
      identity: () => {
        if (gone) throw broken;
        return 'card';
      },
    });
    const { counted, failed } = visit(siteWith(moved, good), `<form id="new">${button}</form>`);
    click('#go');
    gone = true;
    // The page has drawn it anew before anybody looked.
    find('form').innerHTML = button;
    click('#cancel');
    click('#go');
    answered('/api/notes');
    look();
    expect(failed).toContain('test/bad');
    expect(counted).toMatchObject([{ rule: 'test/good' }]);
  });

  const invalid = ['button:nonsense('] as const;
  const misspelt = {
    'in its target': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/notes$/ }]],
      intents: [{ event: 'click', target: invalid }],
    }),
    'in what it reads': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/other$/ }]],
      reads: { stage: invalid },
    }),
    'in what appears': rule({ id: 'test/bad', confirm: [[{ appears: invalid }]] }),
    'in what opens its dialog': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/other$/ }]],
      opener: invalid,
    }),
    'in its scope': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/other$/ }]],
      scope: invalid,
    }),
    'in what fails': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/other$/ }]],
      fails: invalid,
    }),
    'in what cancels': rule({
      id: 'test/bad',
      confirm: [[{ request: /\/api\/other$/ }]],
      cancels: invalid,
    }),
  };

  test.each(Object.entries(misspelt))(
    'because this browser does not know a selector %s is reported, and the others count',
    (_where, bad) => {
      const uncaught: unknown[] = [];
      const notice = (event: ErrorEvent) => {
        event.preventDefault();
        uncaught.push(event.error);
      };
      window.addEventListener('error', notice);
      const { counted, failed } = visit(siteWith(bad, good), `<form>${button}</form>`);
      try {
        click('#go');
        click('#go');
        press('#go', 'a');
        answered('/api/notes');
        look();
      } finally {
        window.removeEventListener('error', notice);
      }
      expect(counted).toMatchObject([{ rule: 'test/good' }]);
      expect(failed).toContain('test/bad');
      expect(uncaught).toEqual([]);
    },
  );
});

describe('a page where nothing is pending', () => {
  test('is neither observed nor polled', () => {
    visit(siteWith(saves), button);
    expect(atWork()).toEqual(atRest);
    click('#cancel');
    press('#cancel', 'a');
    goTo('https://crm.test/contacts/18');
    expect(atWork()).toEqual(atRest);
  });

  test('is observed by one and polled by one while two intents are pending, and then by none', () => {
    const other = rule({ id: 'test/other', confirm: [[{ appears: ['.notice'] }]] });
    visit(siteWith(saves, other), button);
    click('#go');
    click('#go');
    expect(atWork()).toEqual({ observers: 1, timers: 1 });
    pass(5000);
    expect(atWork()).toEqual({ observers: 1, timers: 1 });
    pass(5500);
    expect(atWork()).toEqual(atRest);
  });
});

describe('the end of the script’s life', () => {
  test('takes every listener along', () => {
    const { counted, heard, moved, leave } = visit(siteWith(saves), button);
    leave();
    click('#go');
    press('#go', 'Enter');
    goTo('https://crm.test/contacts');
    answered('/api/notes');
    expect(heard).toEqual([]);
    expect(moved).toEqual([]);
    expect(counted).toEqual([]);
  });

  test('drops what is pending', () => {
    const { counted, leave } = visit(
      siteWith(saves, rule({ id: 'test/seen', confirm: [[{ appears: ['.notice'] }]] })),
      button,
    );
    click('#go');
    leave();
    expect(atWork()).toEqual(atRest);
    document.body.insertAdjacentHTML('beforeend', '<p class="notice">Saved</p>');
    answered('/api/notes');
    pass(10_500);
    expect(counted).toEqual([]);
  });
});

test('every listener is bound to the script’s life', () => {
  const onDocument = vi.spyOn(document, 'addEventListener');
  const onWindow = vi.spyOn(window, 'addEventListener');
  visit(siteWith(saves), button);
  const options = [...onDocument.mock.calls, ...onWindow.mock.calls].map(([, , option]) => option);
  expect(options.length).toBeGreaterThan(0);
  for (const option of options) expect(option).toHaveProperty('signal');
  onDocument.mockRestore();
  onWindow.mockRestore();
});
