import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sidebar } from '../lab/sidebar.mjs';
import { describeAskedLinks } from './askedLinks';
import { counted, nothing, useSite } from './siteLab';

/**
 * Gmail and Outlook at their true origins, on pages by other hands than the rules, from SITES.md and public code (November
 * 2026). A mail's window that a link elsewhere has opened counts by itself; of all else Foothold asks.
 */
const person = 'person@example.com';
const secret = 'words-of-a-mail';

const senders = [
  {
    site: 'gmail',
    rules: { opened: 'gmail/opened', mailbox: 'gmail/mailbox', tel: 'gmail/tel' },
    langs: ['en', 'de'],
    origin: 'https://mail.google.com',
    mailbox: '/mail/u/0/?ogbl',
    opened: `/mail/?view=cm&fs=1&to=${encodeURIComponent(person)}&body=${secret}`,
    openedForNobody: '/mail/?view=cm&fs=1',
    api: /^\/sync\//,
    write: '[gh="cm"]',
    send: '.IZ [data-case="send"]',
    editor: '.editable',
    /** It says so once it is sent. */
    sent: '#link_undo',
    failed: '.aoI:visible >> nth=0',
    cancel: '#link_undo',
    complaint: '[role="alertdialog"]',
    discard: '[data-case="discard"]',
  },
  {
    site: 'outlook',
    rules: { opened: 'outlook/opened', mailbox: 'outlook/mailbox', tel: 'outlook/tel' },
    langs: ['es'],
    origin: 'https://outlook.office.com',
    mailbox: '/mail/?ogbl',
    opened: `/mail/deeplink/compose?to=${encodeURIComponent(person)}&body=${secret}`,
    openedForNobody: '/mail/deeplink/compose?',
    api: /^\/owa\/service/,
    write: '[data-case="new"]',
    send: '[data-testid="ComposeSendButton"] [data-case="send"]',
    editor: '[data-case="body"]',
    sent: 'main[data-sent]',
    failed: '[data-case="failed"]',
    cancel: undefined,
    complaint: '[data-case="nobody"]',
    discard: '#discardCompose',
  },
] as const;

describe.each(senders)('$site', (sender) => {
  const { site, rules, origin, mailbox, opened, send, editor, sent, complaint, discard } = sender;
  const lab = useSite({
    site,
    origin,
    folder: site,
    api: sender.api,
    policy: "default-src 'self'; script-src 'self'",
  });
  const page = () => lab().page;
  const locate = (selector: string) => page().locator(selector).first();
  const click = (selector: string) => locate(selector).click();
  const asks = /^POST /;
  /** The rep goes on, and what is about to count does. */
  const left = async (...rows: readonly string[]) => {
    await lab().leave();
    await counted(lab(), rows);
  };

  /** So many as there are rows, within so long, ms. */
  const countedIn = async (ms: number, ...rows: readonly string[]) => {
    const seen: string[] = [];
    await vi.waitFor(
      async () => {
        seen.push(...(await lab().news()));
        expect(seen.length).toBeGreaterThanOrEqual(rows.length);
      },
      { timeout: ms, interval: 200 },
    );
    await nothing(lab(), 600);
    expect(seen).toEqual(rows);
  };

  describe.each(sender.langs)('a mail that a link has opened, in %s', (lang) => {
    const open = () => lab().open(`${opened}&lang=${lang}`);

    it('counts once it is sent', async () => {
      await open();
      await click(send);
      await locate(sent).waitFor();
      await left(`email ${rules.opened}`);
    });

    it('counts once where the button is pressed twice', async () => {
      await open();
      await locate(send).dblclick();
      await locate(sent).waitFor();
      await left(`email ${rules.opened}`);
    });

    it('counts by the keyboard', async () => {
      await open();
      await locate(editor).press('Control+Enter');
      await locate(sent).waitFor();
      await left(`email ${rules.opened}`);
    });

    it('counts nothing that a script does', async () => {
      await open();
      await locate(send).evaluate((button) => {
        (button as HTMLElement).click();
      });
      await locate(sent).waitFor();
      await left();
    });

    it('counts nothing while the answer is missing', async () => {
      await open();
      lab().answers('never');
      await click(send);
      await lab().asks(asks);
      await left();
    });

    it('counts nothing that could not be sent', async () => {
      await open();
      lab().answers('refused');
      await click(send);
      await lab().asks(asks);
      await locate(sender.failed).waitFor();
      await left();
    });

    it('counts nothing that the rep thought better of', async () => {
      await open();
      if (sender.cancel) {
        await click(send);
        await click(sender.cancel);
      } else {
        lab().answers('never');
        await click(send);
        await click(discard);
      }
      await left();
    });
  });

  it('counts nothing that is for nobody and then thrown away', async () => {
    await lab().open(sender.openedForNobody);
    await click(send);
    await locate(complaint).waitFor();
    // A hand has a way to go, and the page is looked at meanwhile.
    await page().mouse.move(10, 10, { steps: 60 });
    const close = page().locator('[role="alertdialog"] button');
    if ((await close.count()) > 0) await close.click();
    await click(discard);
    await left();
  });

  it('counts a mail to be sent later not at all', async () => {
    await lab().open(opened);
    await click('[data-case="later"]');
    await click(discard);
    await left();
  });

  it('keeps nothing of whom a mail is to and of what it says', async () => {
    await lab().open(opened);
    await locate(editor).pressSequentially('dear-prospect');
    await click(send);
    await locate(sent).waitFor();
    await left(`email ${rules.opened}`);
    const kept = await lab().foothold.ask(async () =>
      JSON.stringify([
        await chrome.storage.local.get(null),
        await chrome.storage.session.get(null),
      ]),
    );
    const all = kept + JSON.stringify(await lab().foothold.journal());
    for (const word of [person, encodeURIComponent(person), secret, 'dear-prospect'])
      expect(all).not.toContain(word);
  });

  describe('a phone link', () => {
    describeAskedLinks(lab, {
      origin,
      open: () => lab().open(mailbox),
      rules: { tel: rules.tel },
    });
  });

  describe('a mail from the own mailbox', () => {
    let sidebar: Sidebar;
    const set = (values: object) =>
      lab().foothold.ask((values) => chrome.storage.local.set(values), values);
    // Gmail's own time to undo comes first.
    const patience = 20_000;
    const question = /Emailed\? Log it Not this time/;
    const write = async () => {
      await lab().open(mailbox);
      await click(sender.write);
    };
    const sendOne = async () => {
      await click(send);
      await locate(sent).waitFor();
    };

    beforeAll(async () => {
      await set({ [`layout ${origin}`]: { side: 'right', collapsed: false } });
      sidebar = await lab().foothold.sidebar(page());
      return () => set({ [`layout ${origin}`]: { side: 'right', collapsed: true } });
    });
    afterEach(() => set({ countDials: [] }));

    it('is asked about, and counts with one click', async () => {
      await write();
      await sendOne();
      await sidebar.waitFor(question, patience);
      await nothing(lab(), 300);
      await sidebar.click(/^Log it$/);
      await counted(lab(), [`email ${rules.mailbox}`]);
    });

    it('that was for somebody else counts nothing', async () => {
      await write();
      await sendOne();
      await sidebar.waitFor(question, patience);
      await sidebar.click(/^Not this time$/);
      await left();
    });

    it('counts by itself where the rep wants every mail counted', async () => {
      await set({ countDials: ['/mailbox'] });
      await write();
      await sendOne();
      await countedIn(patience, `email ${rules.mailbox}`);
      expect(await sidebar.text()).not.toMatch(question);
    });

    it('is a mail of its own when another follows at once', async () => {
      await set({ countDials: ['/mailbox'] });
      await write();
      await sendOne();
      await click(sender.write);
      await click(send);
      await vi.waitFor(async () => expect(await page().locator(send).count()).toBe(0));
      await locate(sent).waitFor();
      await countedIn(patience, `email ${rules.mailbox}`, `email ${rules.mailbox}`);
    });
  });
});
