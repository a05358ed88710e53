import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { trytonHere } from '../lab/tryton/packages.mjs';
import type { TrytonRep } from '../lab/tryton/rep.mjs';
import { describeAskedLinks } from './askedLinks';
import { notRun } from './notRun';
import { counted, nothing } from './siteLab';
import { teacherOn } from './teacher';
import { useTryton } from './trytonLab';

declare const chrome: typeof browser;

/** Tryton's own web client on its own server, in real Chromium. */
if (trytonHere() === null) notRun('Tryton', 'its Debian packages are not installed');

/** One way of doing one deed. */
interface Way {
  readonly name: string;
  /** `kind rule`, one for each row. */
  readonly counts: readonly string[];
  /** What the client asks the server then. */
  readonly asks: RegExp;
  /** Up to the brink. */
  readonly prepare: (rep: TrytonRep) => Promise<unknown>;
  /** What decides. */
  readonly press: (rep: TrytonRep) => Locator;
  /** What a rep does who thinks better of it. */
  readonly cancel: (rep: TrytonRep) => Promise<unknown>;
  /** What is left to do away with once it is done. */
  readonly clear?: (rep: TrytonRep) => Promise<unknown>;
}

const away = (rep: TrytonRep) => rep.go('party.party');
/** The form is thrown away. */
const drop = async (rep: TrytonRep) => {
  await rep.leave();
  await rep.no.click();
};
const opened = (model: string, id: (rep: TrytonRep) => Promise<number>) => async (rep: TrytonRep) =>
  rep.go(model, await id(rep));
const lead = opened('sale.opportunity', (rep) => rep.lead());
const opportunity = opened('sale.opportunity', (rep) => rep.opportunity());
const button = (name: string) => (rep: TrytonRep) => rep.button(name);
const save = (rep: TrytonRep) => rep.tool('save');
const yes = (rep: TrytonRep) => rep.yes;
const ok = (rep: TrytonRep) => rep.ok;

const ways: readonly Way[] = [
  {
    name: 'a lead',
    counts: ['lead tryton/lead'],
    asks: /opportunity\.create$/,
    prepare: (rep) => rep.beginLead(),
    press: save,
    cancel: drop,
  },
  {
    name: 'a lead that is stored on leaving it',
    counts: ['lead tryton/lead-on-leaving'],
    asks: /opportunity\.create$/,
    async prepare(rep) {
      await rep.beginLead();
      await rep.leave();
    },
    press: yes,
    cancel: (rep) => rep.no.click(),
  },
  {
    name: 'a contact',
    counts: ['contact tryton/contact'],
    asks: /party\.create$/,
    prepare: (rep) => rep.beginContact(),
    press: save,
    cancel: drop,
  },
  {
    name: 'a contact that is stored on leaving it',
    counts: ['contact tryton/contact-on-leaving'],
    asks: /party\.create$/,
    async prepare(rep) {
      await rep.beginContact();
      await rep.leave();
    },
    press: yes,
    cancel: (rep) => rep.no.click(),
  },
  {
    name: 'a contact from within a lead',
    counts: ['contact tryton/contact-inline'],
    asks: /party\.create$/,
    async prepare(rep) {
      await rep.beginLead();
      await rep.beginInline();
    },
    press: ok,
    async cancel(rep) {
      await rep.page.keyboard.press('Escape');
      await drop(rep);
    },
    async clear(rep) {
      await drop(rep);
    },
  },
  {
    name: 'an opportunity',
    counts: ['opportunity tryton/opportunity'],
    asks: /opportunity\.opportunity$/,
    prepare: lead,
    press: button('opportunity'),
    cancel: away,
  },
  {
    name: 'an opportunity of a lead that is not stored yet',
    counts: ['lead tryton/opportunity-at-once', 'opportunity tryton/opportunity-at-once'],
    asks: /opportunity\.opportunity$/,
    async prepare(rep) {
      await rep.beginLead();
      await rep.chooseCustomer();
    },
    press: button('opportunity'),
    cancel: drop,
  },
  {
    name: 'a conversion to a sale',
    counts: ['stage tryton/converted'],
    asks: /opportunity\.convert$/,
    prepare: opportunity,
    press: button('convert'),
    cancel: away,
  },
  {
    name: 'a loss',
    counts: ['stage tryton/lost'],
    asks: /opportunity\.lost$/,
    prepare: opportunity,
    press: button('lost'),
    cancel: away,
  },
  {
    name: 'a win',
    counts: ['win tryton/won'],
    asks: /sale\.confirm$/,
    prepare: opened('sale.sale', (rep) => rep.quotation()),
    press: button('confirm'),
    cancel: away,
  },
  {
    name: 'a note',
    counts: ['note tryton/note'],
    asks: /note\.create$/,
    async prepare(rep) {
      await lead(rep);
      await rep.beginNote();
    },
    press: ok,
    cancel: (rep) => rep.page.keyboard.press('Escape'),
  },
];

describe.skipIf(trytonHere() === null)('Tryton', () => {
  const lab = useTryton();

  describe.each(ways)('$name', ({ counts, asks, prepare, press, cancel, clear }) => {
    beforeAll(async () => {
      // What fades in or out does so on the screen only.
      await lab().page.bringToFront();
      await lab().rep.open('party.party');
    });

    it('is nothing without a hand, nor when the rep thinks better of it', async () => {
      const { wire, rep } = lab();
      wire.answers('well', asks);
      await prepare(rep);
      await cancel(rep);
      await rep.calm();
      await prepare(rep);
      await press(rep).evaluate((element) => {
        (element as HTMLElement).click();
      });
      await wire.asks(asks);
      await rep.calm();
      await clear?.(rep);
      await nothing(lab(), 400);
    });

    it('counts once, pressed twice, and not before the server has answered', async () => {
      const { wire, rep } = lab();
      await prepare(rep);
      wire.answers('late', asks);
      // The client stands still while it creates something, and the click with it.
      const pressed = press(rep)
        .dblclick()
        .catch(() => undefined);
      await wire.asks(asks);
      await nothing(lab(), 600);
      wire.answers('well', asks);
      await wire.letGo();
      await pressed;
      await counted(lab(), counts);
      await clear?.(rep);
    });

    it('is nothing when the server refuses', async () => {
      const { wire, rep } = lab();
      await prepare(rep);
      wire.answers('refused', asks);
      await press(rep).click();
      await rep.warning.waitFor();
      await rep.warning.locator('.btn-primary').click();
      await nothing(lab(), 1100);
      wire.answers('well', asks);
    });
  });

  describe('a mail or phone link', () => {
    beforeAll(() => lab().rep.open('party.party'));
    describeAskedLinks(lab, {
      get origin() {
        return lab().tryton.origin;
      },
      open: () => lead(lab().rep),
      rules: { mailto: 'tryton/mailto', tel: 'tryton/tel' },
    });
  });

  it('takes back what is led back to a lead, by tryton/lead-again, and only by hand and when it is done', async () => {
    const { rep, wire } = lab();
    const deed = /opportunity\.lead$/;
    const opportunities = async () =>
      (await lab().standing()).filter((row) => row === 'opportunity tryton/opportunity').length;
    wire.answers('well', deed);
    await rep.open('sale.opportunity', await rep.lead());
    await rep.button('opportunity').click();
    await counted(lab(), ['opportunity tryton/opportunity']);
    const before = await opportunities();
    await rep.button('lead').evaluate((element) => {
      (element as HTMLElement).click();
    });
    await rep.isIn('lead');
    // Once is enough.
    await rep.button('opportunity').click();
    await rep.isIn('opportunity');
    wire.answers('refused', deed);
    await rep.button('lead').click();
    await rep.warning.locator('.btn-primary').click();
    wire.answers('late', deed);
    await rep.button('lead').dblclick();
    await wire.asks(deed);
    await nothing(lab(), 600);
    expect(await opportunities()).toBe(before);
    await wire.letGo();
    await expect.poll(opportunities).toBe(before - 1);
    await nothing(lab(), 600);
  });

  describe('taught by pointing, with its own rules switched off', () => {
    const say = (site: string) =>
      lab().foothold.ask(
        ([origin, site]) => chrome.storage.local.set({ sites: [{ origin, site, on: true }] }),
        [lab().tryton.origin, site],
      );
    beforeAll(async () => {
      lab().wire.answers('well', /./);
      await say('other');
    });
    afterAll(async () => {
      await lab().foothold.ask(() => chrome.storage.local.remove('taught'));
      await say('tryton');
    });

    it.each([
      {
        what: 'a note',
        kind: /^Note$/,
        counts: 'note',
        async prepare(rep: TrytonRep) {
          await rep.open('party.party', 3);
          await rep.beginNote();
        },
        press: ok,
      },
      {
        what: 'a change of stage',
        kind: /^Stage move$/,
        counts: 'stage',
        prepare: lead,
        press: button('opportunity'),
      },
      {
        // It has no calls of its own; somebody might keep them as leads.
        what: 'a call',
        kind: /^Call$/,
        counts: 'call',
        async prepare(rep: TrytonRep) {
          await rep.open('sale.opportunity');
          await rep.beginLead();
        },
        press: save,
      },
    ])('$what is counted from then on', async ({ kind, counts, prepare, press }) => {
      const { foothold, page, rep } = lab();
      await prepare(rep);
      const teacher = await teacherOn(foothold, page);
      await teacher.teach(press(rep), kind, () => press(rep).click());
      await nothing(lab(), 600);
      await prepare(rep);
      await press(rep).click();
      await counted(lab(), [expect.stringContaining(`${counts} taught/`) as string]);
    });
  });

  it('counts a day of work exactly', async () => {
    const { wire, rep, page } = lab();
    await page.bringToFront();
    const press = (key: string) => page.keyboard.press(key);
    wire.answers('well', /./);

    // A lead: not while a date is missing, saved by a key, saved once more, and edited.
    await rep.open('party.party');
    await rep.beginLead('Winter order');
    const start = await rep.field('start_date').inputValue();
    await rep.field('start_date').fill('');
    await rep.tool('save').click();
    await rep.says('danger');
    await rep.field('start_date').fill(start);
    await press('Control+s');
    await rep.says('info');
    await press('Control+s');
    await rep.says('info');
    await rep.field('description').fill('Winter order, two pumps');
    await rep.tool('save').click();
    await rep.says('info');

    // It needs a customer before it is an opportunity; taken back and led on again it is one, still.
    await rep.button('opportunity').click();
    await rep.warning.locator('.btn-primary').click();
    await rep.warning.waitFor({ state: 'detached' });
    await rep.chooseCustomer();
    await rep.button('opportunity').dblclick();
    await rep.isIn('opportunity');
    await rep.button('lead').click();
    await rep.isIn('lead');
    await rep.button('opportunity').click();
    await rep.isIn('opportunity');

    // Notes: looked at, one without a word, one not kept, one kept, that one marked as unread.
    const closed = () => rep.window.waitFor({ state: 'detached' });
    await rep.openNotes();
    await rep.ok.click();
    await closed();
    await rep.beginNote('');
    await rep.ok.click();
    await closed();
    await rep.beginNote('Not this');
    await press('Escape');
    await closed();
    await rep.beginNote('Asked for two pumps');
    await rep.ok.dblclick();
    await closed();
    await rep.openNotes();
    await rep.openRow(rep.window, 'Asked for two');
    await rep.window.locator('[name="unread"]').check();
    await rep.ok.click();
    await closed();

    // Converted by the menu of actions, and won by its sale, in another of the client's tabs; once, whatever comes after.
    const [, , model = '', id = ''] = new URL(page.url()).hash.split(/[/;]/);
    await (await rep.action('convert')).click();
    await rep.isIn('converted');
    const sale = await rep.quotation(Number(id));
    await rep.go('sale.sale', sale);
    await rep.button('confirm').click();
    await rep.isIn('confirmed');
    await rep.button('draft').click();
    await rep.isIn('draft');
    await rep.button('quote').click();
    await rep.isIn('quotation');
    await rep.button('confirm').click();
    await rep.isIn('confirmed');
    await rep.go(model, Number(id));

    // No deal: a lead that is lost, one that is cancelled, an order that nobody had led to.
    await rep.go('sale.opportunity', await rep.lead());
    await rep.button('lost').click();
    await rep.isIn('lost');
    await rep.button('lead').click();
    await rep.isIn('lead');
    await rep.button('cancel').click();
    await rep.isIn('cancelled');
    await rep.go('sale.sale', await rep.plainQuotation());
    await rep.button('confirm').click();
    await rep.isIn('confirmed');

    // An opportunity that is lost.
    await rep.go('sale.opportunity', await rep.opportunity());
    await rep.button('lost').click();
    await rep.isIn('lost');

    // A win in a window over its opportunity.
    const another = await rep.opportunity();
    await lab().tryton.call('model.sale.opportunity.convert', [another], {
      company: 1,
      employee: 1,
    });
    await rep.quotation(another);
    await rep.go('sale.opportunity', another);
    await rep.turnTo('Sales');
    await rep.openRow(rep.tab.locator('.form-one2many:visible'));
    await rep.window.locator('button[name="confirm"]').click();
    await rep.isIn('confirmed');
    await rep.cancel.click();
    await closed();

    // A contact, edited afterwards, and a list in which there is nothing to save.
    await rep.beginContact('Nordic Pumps');
    await rep.tool('save').click();
    await rep.says('info');
    await rep.field('name').fill('Nordic Pumps Ltd');
    await press('Control+s');
    await rep.says('info');
    await rep.tool('switch_').click();
    await rep.tool('save').click();
    await rep.says('info');

    await counted(lab(), [
      'lead tryton/lead',
      'opportunity tryton/opportunity',
      'note tryton/note',
      'stage tryton/converted',
      'win tryton/won',
      'stage tryton/lost',
      'win tryton/won',
      'contact tryton/contact',
    ]);
  });

  it('counts whatever language the client speaks', async () => {
    const { wire, rep, tryton } = lab();
    const speak = async (code: string) => {
      const [language] = (await tryton.call(
        'model.ir.lang.search',
        [['code', '=', code]],
        0,
        1,
        null,
        {},
      )) as number[];
      await tryton.call('model.ir.lang.write', [language], { translatable: true }, {});
      await tryton.call('model.res.user.write', [1], { language }, {});
    };
    await speak('de');
    try {
      wire.answers('well', /./);
      await rep.open('party.party');
      await rep.beginLead('Auftrag im Frühjahr');
      expect(await rep.tool('save').getAttribute('title')).toBe('Speichern');
      await rep.tool('save').click();
      await rep.says('info');
      await rep.chooseCustomer();
      await (await rep.action('opportunity')).click();
      await rep.isIn('opportunity');
      await rep.beginNote('Auf der Messe getroffen');
      await rep.ok.click();
      await counted(lab(), [
        'lead tryton/lead',
        'opportunity tryton/opportunity',
        'note tryton/note',
      ]);
    } finally {
      await speak('en');
    }
  });

  it('is found by its marks where its address was added before any page of it was open', async () => {
    const { foothold, rep, tryton } = lab();
    const { origin } = tryton;
    const guessed = { origin, site: 'atomic', on: true, guessed: true };
    const sites = () =>
      foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
    await foothold.ask((sites) => chrome.storage.local.set({ sites }), [guessed]);
    await rep.open('sale.opportunity', await rep.lead());
    await expect.poll(sites, { timeout: 20_000 }).toEqual([{ origin, site: 'tryton', on: true }]);
    await rep.open('sale.opportunity', await rep.lead());
    await rep.button('opportunity').click();
    await counted(lab(), ['opportunity tryton/opportunity']);
  });
});
