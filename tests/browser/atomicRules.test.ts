import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Rep } from '../lab/crm/rep.mjs';
import { atRest } from '../lab/rest.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { quiet, useLab } from './lab';
import { nothingFor, takeTurns, type Turn } from './turns';

/**
 * Each rule on the real CRM, six ways: unconfirmed, confirmed without a hand, cancelled, failed, doubled, and counted.
 * The four that count nothing come first; the counted ones after them prove that detection was awake all along.
 */
// East of UTC the app itself hides a task as soon as it is done, so nobody could take the tick back.
const lab = useLab({ timeZone: 'UTC' });
let turns: Awaited<ReturnType<typeof takeTurns>>;
/** Whose turn it is. */
let rep: Rep;
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  ({ rep, page, sidebar } = await lab().rep());
  await lab().collapse(sidebar);
  turns = await takeTurns(lab().foothold, ({ kind }) => kind);
});

/** The page comes to rest, and these kinds have been counted since the last look: no fewer and no more. */
async function counted(expected: readonly string[], { tab, news }: Turn = { ...turns, tab: page }) {
  await quiet(tab);
  const seen: string[] = [];
  await vi.waitFor(
    async () => {
      seen.push(...(await news()));
      expect(seen.length).toBeGreaterThanOrEqual(expected.length);
    },
    { timeout: 15_000, interval: 100 },
  );
  expect(seen).toEqual(expected);
}

/** An action brought to the brink: one more gesture does it. */
interface Brink {
  /** The control that does it. */
  readonly control: Locator;
  /** The gesture, where it is more than a click. */
  readonly gesture?: () => Promise<void>;
  /** What a rep does who thinks better of it. */
  readonly cancel: () => Promise<void>;
  /** Thinking better of it still changes the order of things. */
  readonly reorders?: boolean;
}

interface Case {
  readonly rule: string;
  readonly kinds: readonly string[];
  readonly write: readonly [method: string, table: string];
  readonly prepare: () => Promise<Brink>;
}

const escape = async () => {
  await page.keyboard.press('Escape');
};
const away = async () => {
  await rep.go('#/contacts');
};
let serial = 0;
const fresh = (word: string) => `${word} ${String((serial += 1))}`;

async function contactPage() {
  await rep.open('#/contacts/1/show');
  await rep.addNote.waitFor();
}

/** Copies the first row of a table under a new id, behind the app's back. */
function addRow(table: string, changes: Readonly<Record<string, unknown>>): number {
  const rows = lab().crm.table(table);
  const id = Math.max(...rows.map((row) => row.id)) + 1;
  rows.push({ ...rows[0], ...changes, id });
  return id;
}

/** An open task of its own contact. */
function openTask(type: string) {
  const contact = addRow('contacts', {});
  const text = fresh('Task');
  const due_date = new Date().toISOString().slice(0, 10);
  const values = {
    type,
    text,
    contact_id: contact,
    done_date: null,
    status: 'todo',
    due_date,
    index: -serial,
  };
  return { contact, text, task: addRow('tasks', values) };
}

async function boxOf({ contact, task }: ReturnType<typeof openTask>): Promise<Locator> {
  await rep.open(`#/contacts/${String(contact)}/show`);
  await rep.box(task).waitFor();
  return rep.box(task);
}

/** A deal at the top of a stage. */
function dealIn(stage: string): number {
  for (const other of lab().crm.table('deals'))
    if (other['stage'] === stage) other['index'] = Number(other['index']) + 1;
  return addRow('deals', { stage, index: 0, name: fresh('Deal') });
}

/** The tasks as a table, whichever view was chosen last; newest first, for a page of it holds 25. */
async function taskTable() {
  await rep.open('#/tasks?sort=id&order=DESC&page=1&perPage=25&filter={}');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
}

const tickIn = (text: string) =>
  page.locator('tr', { hasText: text }).locator('button:has(> svg.lucide-check)');

async function board(stage: string): Promise<number> {
  const id = dealIn(stage);
  await rep.open('#/deals');
  await rep.card(id).waitFor();
  return id;
}

const cases: readonly Case[] = [
  {
    rule: 'atomic/contact',
    kinds: ['contact'],
    write: ['POST', 'contacts'],
    async prepare() {
      await rep.open('#/contacts/create');
      await rep.fillContact({ last: fresh('Park') });
      return { control: rep.save(), cancel: away };
    },
  },
  {
    rule: 'atomic/company',
    kinds: ['company'],
    write: ['POST', 'companies'],
    async prepare() {
      await rep.open('#/companies/create');
      await rep.fillCompany(fresh('Harbour Tools'));
      return {
        control: rep.save(),
        cancel: () => page.getByRole('button', { name: 'Cancel' }).click(),
      };
    },
  },
  {
    rule: 'atomic/company-inline',
    kinds: ['company'],
    write: ['POST', 'companies'],
    async prepare() {
      const name = fresh('Zeta Works');
      await rep.open('#/contacts/create');
      await rep.fillContact();
      await rep.searchCompany(name);
      return {
        control: page.getByRole('option', { name: new RegExp(`Create.*${name}`) }),
        cancel: escape,
      };
    },
  },
  {
    rule: 'atomic/opportunity',
    kinds: ['opportunity'],
    write: ['POST', 'deals'],
    async prepare() {
      await rep.open('#/deals/create');
      await rep.fillDeal({ name: fresh('Order') });
      return { control: rep.save(), cancel: escape };
    },
  },
  {
    rule: 'atomic/opportunity, created as won',
    kinds: ['opportunity', 'win'],
    write: ['POST', 'deals'],
    async prepare() {
      await rep.open('#/deals/create');
      await rep.fillDeal({ name: fresh('Order'), stage: 'won' });
      return { control: rep.save(), cancel: escape };
    },
  },
  {
    rule: 'atomic/note on a contact',
    kinds: ['note'],
    write: ['POST', 'contactNotes'],
    async prepare() {
      await contactPage();
      await rep.fillNote(fresh('Note'));
      return { control: rep.addNote, cancel: away };
    },
  },
  {
    rule: 'atomic/note on a company',
    kinds: ['note'],
    write: ['POST', 'companyNotes'],
    async prepare() {
      await rep.open('#/companies/1/show');
      await rep.companyNotes();
      await rep.fillNote(fresh('Note'));
      return { control: rep.addNote, cancel: away };
    },
  },
  {
    rule: 'atomic/note on a deal',
    kinds: ['note'],
    write: ['POST', 'dealNotes'],
    async prepare() {
      await rep.open('#/deals/1/show');
      await rep.addNote.waitFor();
      await rep.fillNote(fresh('Note'));
      return { control: rep.addNote, cancel: escape };
    },
  },
  {
    rule: 'atomic/follow-up',
    kinds: ['follow-up'],
    write: ['POST', 'tasks'],
    async prepare() {
      await contactPage();
      await rep.fillTask({ text: fresh('Send the offer') });
      return { control: rep.save(), cancel: escape };
    },
  },
  {
    rule: 'atomic/follow-up, a call saved as done',
    kinds: ['call'],
    write: ['POST', 'tasks'],
    async prepare() {
      await contactPage();
      await rep.fillTask({ text: fresh('Called'), type: 'Call', status: 'done' });
      return { control: rep.save(), cancel: escape };
    },
  },
  {
    rule: 'atomic/task of type call',
    kinds: ['call'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      return { control: await boxOf(openTask('Call')), cancel: away };
    },
  },
  {
    rule: 'atomic/task of type thank you',
    kinds: ['task'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      return { control: await boxOf(openTask('Thank you')), cancel: away };
    },
  },
  {
    rule: 'atomic/task-in-table',
    kinds: ['email'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      const { text } = openTask('Email');
      await taskTable();
      await tickIn(text).hover();
      return { control: tickIn(text), cancel: away };
    },
  },
  {
    rule: 'atomic/task-on-page',
    kinds: ['call'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      const { task } = openTask('Call');
      await rep.open(`#/tasks/${String(task)}/show`);
      return { control: page.getByRole('button', { name: 'Mark complete' }), cancel: away };
    },
  },
  {
    rule: 'atomic/task-on-board',
    kinds: ['meeting'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      const { task } = openTask('Demo');
      await rep.open('#/tasks');
      await page.getByRole('button', { name: 'Kanban' }).click();
      await rep.card(task).waitFor();
      await quiet(page);
      return {
        control: rep.card(task),
        gesture: () => rep.drag(task, 'done'),
        cancel: () => rep.drag(task, 'todo'),
        reorders: true,
      };
    },
  },
  {
    rule: 'atomic/task-by-form',
    kinds: ['meeting'],
    write: ['PATCH', 'tasks'],
    async prepare() {
      const meeting = openTask('Meeting');
      await boxOf(meeting);
      await rep.editTask(meeting.task);
      await rep.pick('in_progress', 'done');
      return { control: rep.save(), cancel: escape };
    },
  },
  {
    rule: 'atomic/stage-on-board by pointer',
    kinds: ['stage'],
    write: ['PATCH', 'deals'],
    async prepare() {
      const id = await board('opportunity');
      return {
        control: rep.card(id),
        gesture: () => rep.drag(id, 'proposal-sent'),
        cancel: () => rep.drag(id, 'opportunity'),
      };
    },
  },
  {
    rule: 'atomic/stage-on-board by keyboard, won',
    kinds: ['win'],
    write: ['PATCH', 'deals'],
    async prepare() {
      const id = await board('in-negociation');
      return {
        control: rep.card(id),
        gesture: () => rep.dragByKeys(id, ['ArrowRight']),
        cancel: () => rep.dragByKeys(id, ['ArrowRight'], 'Escape'),
      };
    },
  },
  {
    rule: 'atomic/stage-by-form',
    kinds: ['stage'],
    write: ['PATCH', 'deals'],
    async prepare() {
      const id = dealIn('opportunity');
      await rep.open('#/deals');
      await rep.editDeal(id);
      await rep.pick('won', 'in-negociation');
      return { control: rep.save(), cancel: escape };
    },
  },
];

describe.each(cases)(
  '$rule',
  { concurrent: true },
  ({ kinds, write: [method, table], prepare }) => {
    const act = async ({ control, gesture }: Brink) => {
      await (gesture ? gesture() : control.click());
    };
    /** What is told of what the rep does. */
    const comesTo = (
      outcome: readonly string[],
      acts: (turn: Turn) => Promise<void>,
      afterwards?: (turn: Turn) => void,
    ) =>
      turns.inTurn(
        async (turn) => {
          page = turn.tab;
          rep = new Rep(page, lab().crm);
          await acts(turn);
        },
        async (turn) => {
          await counted(outcome, turn);
          afterwards?.(turn);
        },
      );
    const written = (tab = page) =>
      answersIn(tab).filter((answer) => answer.startsWith(`${method} /rest/v1/${table}`)).length;
    const writtenAfter = async (before: number) => {
      await vi.waitFor(() => expect(written()).toBeGreaterThan(before), { timeout: 15_000 });
    };

    it('counts nothing while the answer is missing, and nothing when it never comes', () =>
      comesTo([], async ({ news }) => {
        const brink = await prepare();
        const asked = page.waitForRequest((request) => request.method() === method);
        const release = await holdRequests(method);
        await act(brink);
        await asked;
        expect(await news()).toEqual([]);
        await release();
      }));

    it('counts nothing that a script does', () =>
      comesTo([], async () => {
        const { control, gesture } = await prepare();
        const before = written();
        if (gesture) {
          const id = await control.getAttribute('data-rfd-draggable-id');
          await page.evaluate(
            ([url, stage]) =>
              fetch(url, {
                method: 'PATCH',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ stage }),
              }).then((answer) => answer.text()),
            [`/rest/v1/${table}?id=eq.${String(id)}`, 'delayed'] as const,
          );
        } else {
          await control.evaluate((element) => {
            (element as HTMLElement).click();
          });
        }
        await writtenAfter(before);
      }));

    it('counts nothing that the rep called off', () => {
      let before: number;
      let reorders: boolean | undefined;
      return comesTo(
        [],
        async () => {
          const brink = await prepare();
          ({ reorders } = brink);
          before = written();
          await brink.cancel();
        },
        ({ tab }) => {
          if (!reorders) expect(written(tab)).toBe(before);
        },
      );
    });

    it('counts nothing that the server refused', () =>
      comesTo([], async () => {
        const brink = await prepare();
        const before = written();
        lab().crm.failNext(method, table, 500, 99);
        await act(brink);
        await writtenAfter(before);
        await atRest(page);
        lab().crm.recover();
      }));

    it('counts a double click once', () =>
      comesTo(kinds, async () => {
        const brink = await prepare();
        if (brink.gesture) await act(brink);
        else await brink.control.dblclick();
      }));

    it('counts', () =>
      comesTo(kinds, async () => {
        const brink = await prepare();
        const before = written();
        await act(brink);
        await writtenAfter(before);
      }));
  },
);

it('counts nothing more of any of them, also when their pages go', async () => {
  await turns.leave();
  await nothingFor(1500, turns);
});

describe.each([
  { rule: 'atomic/mailto', kind: 'email', href: 'mailto:a@b.test', question: /Emailed\?/ },
  // This fork has no phone links, so the test puts one in.
  { rule: 'atomic/tel', kind: 'call', href: 'tel:+12025550101', question: /Called\?/ },
])('$rule, which nothing can confirm', ({ kind, href, question }) => {
  const link = () => page.locator(`a[href="${href}"]`);
  /** A contact page of its own for each test, with the link in it and the panel open. */
  beforeEach(async () => {
    await lab().foothold.ask(async () => {
      const stored = await chrome.storage.local.get(null);
      await chrome.storage.local.remove(Object.keys(stored).filter((key) => /^layout /.test(key)));
    });
    await contactPage();
    await page.evaluate((target) => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('afterbegin', `<a href="${target}">Go</a>`);
      // The browser's own question about the protocol would make the tab deaf.
      document.addEventListener('click', (event) => {
        if (event.target instanceof HTMLAnchorElement) event.preventDefault();
      });
    }, href);
  });
  beforeAll(async () => {
    sidebar = await lab().foothold.sidebar(page);
  });
  // The open panel would lie over what later tests click.
  afterAll(() => lab().collapse(sidebar));
  const answered = async () => {
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(question));
  };

  it('asks once about a double click, counts nothing meanwhile, and then once', async () => {
    await link().dblclick();
    await sidebar.waitFor(question);
    expect(await turns.news()).toEqual([]);
    await sidebar.click(/^Log it/);
    await answered();
    await vi.waitFor(async () => expect(await turns.news()).toEqual([kind]), { timeout: 10_000 });
  });

  it('counts nothing when the rep says that nothing came of it', async () => {
    await link().click();
    await sidebar.waitFor(question);
    await sidebar.click(/^Not this time/);
    await answered();
    expect(await turns.news()).toEqual([]);
  });

  it('does not ask about what a script does', async () => {
    await link().evaluate((element) => {
      (element as HTMLElement).click();
    });
    await quiet(page);
    expect(await sidebar.text()).not.toMatch(question);
  });
});

describe('while the server takes its time', () => {
  /** From now on, when the page is there. */
  const takesItsTime = () => {
    lab().crm.delay = 450;
  };
  afterEach(() => {
    lab().crm.delay = 0;
    lab().crm.recover();
  });
  const patched = () =>
    lab().crm.requests.filter(({ method, path }) => method === 'PATCH' && /tasks\?/.test(path))
      .length;
  /** Two rows of the table, ticked before either was answered. */
  const tickTwo = async () => {
    const rows = [openTask('Email'), openTask('Call')];
    await taskTable();
    for (const { text } of rows) await tickIn(text).waitFor();
    const before = patched();
    takesItsTime();
    for (const { text } of rows) await tickIn(text).click();
    await vi.waitFor(() => expect(patched()).toBe(before + 2), { timeout: 10_000 });
  };

  it('counts both of two rows that were ticked at once', async () => {
    await tickTwo();
    await counted(['email', 'call']);
  });

  it('counts the row that was taken, not the one that was refused', async () => {
    lab().crm.failNext('PATCH', 'tasks', 500, 1);
    await tickTwo();
    await counted(['call']);
  });

  it('counts a task whose page was left before the answer', async () => {
    const { task } = openTask('Call');
    await rep.open(`#/tasks/${String(task)}/show`);
    const asked = page.waitForRequest((request) => request.method() === 'PATCH');
    takesItsTime();
    await page.getByRole('button', { name: 'Mark complete' }).click();
    await asked;
    await away();
    await counted(['call']);
  });

  it('counts no task whose page was left before it was refused', async () => {
    const { task } = openTask('Call');
    await rep.open(`#/tasks/${String(task)}/show`);
    lab().crm.failNext('PATCH', 'tasks', 500, 99);
    const asked = page.waitForRequest((request) => request.method() === 'PATCH');
    takesItsTime();
    await page.getByRole('button', { name: 'Mark complete' }).click();
    await asked;
    await away();
    await counted([]);
  });
});

describe('a form that was refused and is saved again as it is', () => {
  const refused = [
    {
      table: 'companies',
      kind: 'company',
      prepare: async () => {
        await rep.open('#/companies/create');
        await rep.fillCompany('Harbour');
        await rep.field('name').fill('');
      },
      complaint: () => page.locator('form [aria-invalid="true"]'),
      mend: () => rep.field('name').fill(fresh('Harbour Tools')),
    },
    {
      table: 'deals',
      kind: 'opportunity',
      prepare: async () => {
        await rep.open('#/deals/create');
        await rep.field('name').fill(fresh('Order'));
      },
      // The field that lacks its company does not say so itself; its label does.
      complaint: () => page.locator('form label[data-error="true"]'),
      mend: () => rep.fillDeal({ name: fresh('Order') }),
    },
  ];

  it.each(refused)(
    'counts nothing that a script sends then, and once it is mended it counts: $table',
    async ({ table, kind, prepare, complaint, mend }) => {
      await prepare();
      await rep.save().click();
      await complaint().waitFor();
      await rep.save().click();
      await page.evaluate(
        (url) =>
          fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: 'By a script' }),
          }).then((answer) => answer.text()),
        `/rest/v1/${table}`,
      );
      expect(await complaint().count()).toBe(1);
      await counted([]);
      await mend();
      await rep.save().click();
      await counted([kind]);
    },
  );
});

describe('atomic/task-reopened, which takes a completed task back', () => {
  const standing = async () =>
    (await lab().standing()).filter(({ rule }) => rule === 'atomic/task');
  const doneDate = (id: number): unknown =>
    lab()
      .crm.table('tasks')
      .find((row) => row.id === id)?.['done_date'];
  let box: Locator;
  let task: number;
  let before: number;

  /** A task that was ticked and counted, its box still there. */
  beforeEach(async () => {
    const opened = openTask('Call');
    ({ task } = opened);
    before = (await standing()).length;
    await (await boxOf(opened)).click();
    box = page.locator(`#checkbox-list-label-${String(task)}[aria-checked="true"]`);
    await box.waitFor();
    await vi.waitFor(async () => expect((await standing()).length).toBe(before + 1), {
      timeout: 10_000,
    });
    await quiet(page);
  });

  it('keeps the count while the answer is missing, and when it never comes', async () => {
    const asked = page.waitForRequest((request) => request.method() === 'PATCH');
    const release = await holdRequests('PATCH');
    await box.click();
    await asked;
    await release();
    expect((await standing()).length).toBe(before + 1);
  });

  it('keeps the count when a script unticks', async () => {
    await box.evaluate((element) => {
      (element as HTMLElement).click();
    });
    await vi.waitFor(() => expect(doneDate(task)).toBeNull(), { timeout: 10_000 });
    await quiet(page);
    expect((await standing()).length).toBe(before + 1);
  });

  it('keeps the count when the server refuses', async () => {
    lab().crm.failNext('PATCH', 'tasks', 500, 99);
    await box.click();
    await quiet(page);
    lab().crm.recover();
    expect((await standing()).length).toBe(before + 1);
  });

  it('takes it back, once for a double click', async () => {
    await box.dblclick();
    await vi.waitFor(async () => expect((await standing()).length).toBe(before), {
      timeout: 10_000,
    });
    expect(doneDate(task)).toBeNull();
  });
});

describe('in French, where a task says its type in words', () => {
  const speak = (language: string | null) =>
    page.evaluate((language) => {
      if (language === null) localStorage.removeItem('RaStoreCRM.locale');
      else localStorage.setItem('RaStoreCRM.locale', JSON.stringify(language));
    }, language);
  beforeAll(async () => {
    // What the cases above left standing is no news.
    await turns.news();
    await speak('fr');
  });
  afterAll(() => speak(null));

  it.each([
    ['Call', 'Appel', 'call'],
    ['Email', 'E-mail', 'email'],
    ['Lunch', 'Déjeuner', 'meeting'],
  ])('a ticked %s, “%s”, counts as what it is', async (type, word, kind) => {
    const box = await boxOf(openTask(type));
    expect(await page.locator('#main-content').innerText()).toContain(word);
    await box.click();
    await counted([kind]);
  });
});

/** Lets requests of that method hang; answers a function that breaks off these and those that follow them. */
async function holdRequests(method: string): Promise<() => Promise<void>> {
  const held: { abort(): Promise<void> }[] = [];
  let broken = false;
  const pattern = '**/rest/v1/**';
  await page.route(pattern, async (route) => {
    if (route.request().method() !== method) await route.fallback();
    else if (broken) await route.abort();
    else held.push(route);
  });
  return async () => {
    broken = true;
    await Promise.all(held.map((route) => route.abort()));
    await quiet(page);
    await page.unroute(pattern);
  };
}

const answers = new WeakMap<Page, string[]>();

/** What a tab has had an answer to, from the first look on: `METHOD /path`. */
function answersIn(tab: Page): readonly string[] {
  const known = answers.get(tab);
  if (known) return known;
  const heard: string[] = [];
  tab.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    heard.push(`${request.method()} ${pathname}`);
  });
  answers.set(tab, heard);
  return heard;
}
