import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { origin } from '../lab/linkedin.mjs';
import { root } from '../lab/steps.mjs';
import { counted, handOf, nothing, useLinkedIn } from './linkedinLab';
import { notRun } from './notRun';
import type { Turn } from './turns';

/**
 * The pages that were written from the evidence alone, before any rule, and are used here unchanged. They stand still:
 * what LinkedIn would do after the rep's hand is done by the test.
 */
const folder = process.env['FOOTHOLD_SHARED_PAGES'] ?? join(root, '..', 'shared', 'pages');

describe.each(existsSync(folder) ? [folder] : [])('on the shared pages in %s', () => {
  const lab = useLinkedIn();
  const page = () => lab().page;
  const { click, type, key } = handOf(lab);

  const addresses = {
    '/in/test-person-1/': 'linkedin-profile-states.en.html',
    '/preload/custom-invite/': 'linkedin-invite-dialogs.html',
    '/messaging/thread/2-TEST/': 'linkedin-messaging.html',
  };
  const open = async (path: string) => {
    await page().goto('about:blank');
    lab().site.reset(page());
    lab().site.serveShared(addresses, folder);
    await page().goto(origin + path);
    await page().locator('html > div').waitFor({ state: 'attached' });
    // Links lead nowhere here, forms are sent nowhere.
    await page().evaluate(() => {
      for (const type of ['click', 'submit'])
        window.addEventListener(type, (event) => {
          event.preventDefault();
        });
    });
  };
  /** What is told of what the rep does there. */
  const on =
    (path: string) => (outcome: (turn: Turn) => Promise<void>, acts: () => Promise<void>) =>
      lab().inTurn(async () => {
        await open(path);
        await acts();
      }, outcome);
  const counts = (expected: string) => (told: Turn) => counted(told, [expected]);

  describe('the profile in its states', { concurrent: true }, () => {
    const connect = '[data-case="connect"] [href*="custom-invite"]';
    const row = '[data-case="search-rows"] [href*="search-custom-invite"]';
    const menuItem = '[data-case="more-menu"] [href*="custom-invite"]';
    const send = '[data-case="gate"] .artdeco-button--primary';

    /** The dialog of the other page, in an interop root of its own. */
    const opens = async (selector: string) => {
      await click(selector);
      await page().evaluate(async () => {
        const answer = await fetch('/preload/custom-invite/');
        const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const outlet = document.createElement('div');
        outlet.id = 'interop-outlet';
        document.body.prepend(outlet);
        outlet
          .attachShadow({ mode: 'open' })
          .append(...other.querySelectorAll('[data-case="gate"]'));
      });
    };
    const shuts = () =>
      page().evaluate(() => {
        document.querySelector('#interop-outlet')?.remove();
      });
    /** As one sees it on the page: `_connect` becomes `_pending`, drawn anew. */
    const becomesPending = (member: number, tab = page()) =>
      tab.evaluate((member) => {
        const key = `ConnectButtonstate:invitation:urn:li:member:${String(member)}`;
        for (const control of document.querySelectorAll(`[componentkey="${key}_connect"]`)) {
          const pending = document.createElement('a');
          pending.href = 'https://www.linkedin.com/';
          pending.setAttribute('componentkey', `${key}_pending`);
          pending.setAttribute('style', control.getAttribute('style') ?? '');
          pending.textContent = 'Pending';
          control.replaceWith(pending);
        }
      }, member);

    const comesTo = on('/in/test-person-1/');

    it.each([
      { name: 'profile', control: connect, member: 900000001 },
      { name: 'search row', control: row, member: 900000007 },
      { name: 'menu', control: menuItem, member: 900000004 },
    ])('counts an invitation from the $name by Pending alone', ({ control, member }) =>
      comesTo(
        async (told) => {
          await nothing(told);
          await becomesPending(member, told.tab);
          await counted(told, ['connection connection']);
        },
        async () => {
          await opens(control);
          await click(send);
          await shuts();
          // Somebody else's turns first: that proves nothing.
          await becomesPending(900000005);
        },
      ),
    );

    it.each([
      { name: 'profile', control: connect },
      { name: 'search row', control: row },
      { name: 'menu', control: menuItem },
    ])('counts an invitation from the $name by its request alone', ({ control }) =>
      comesTo(counts('connection connection'), async () => {
        await opens(control);
        await click(send);
        await lab().asks('invite');
      }),
    );

    it('counts nothing that nobody sent: controls that turn, requests, notices', () =>
      comesTo(nothing, async () => {
        await opens(connect);
        await becomesPending(900000001);
        await lab().asks('invite');
      }));

    it('counts nothing when the dialog is shut, whatever happens then', () =>
      comesTo(nothing, async () => {
        await opens(connect);
        await click('[data-case="gate"] [data-test-modal-close-btn]');
        await shuts();
        await becomesPending(900000001);
      }));

    it('counts no withdrawal, and nothing after a click on what looks like it', () =>
      comesTo(nothing, async () => {
        await page().evaluate(() => {
          document.querySelector('dialog')?.show();
        });
        await click('[data-case="withdraw-dialog"] [aria-label^="Withdraw"]');
        await page().evaluate(() => {
          document.querySelector('dialog')?.close();
        });
        await click('[data-case="sidebar-negative"] a');
        await click('[data-case="follow-only"] [aria-label^="Follow"]');
        await becomesPending(900000001);
        await lab().asks('invite');
      }));

    it('counts a click beside the profile for whom it is about, by that one’s control', () =>
      comesTo(
        async (told) => {
          await nothing(told);
          await becomesPending(900000005, told.tab);
          await counted(told, ['connection connection-at-once']);
        },
        async () => {
          await click('[data-case="sidebar-negative"] button');
          await becomesPending(900000001);
        },
      ));
  });

  describe('the dialogs, by their own address', { concurrent: true }, () => {
    const comesTo = on('/preload/custom-invite/?vanityName=test-person-1');

    it.each(['gate', 'gate-de'])('counts "%s"', (name) =>
      comesTo(counts('connection connection-direct'), async () => {
        await click(`[data-case="${name}"] .artdeco-button--primary`);
        await lab().asks('invite');
      }),
    );

    it('counts one with a note', () =>
      comesTo(counts('connection connection-direct'), async () => {
        await click('#custom-message');
        await type('Hello');
        await page().evaluate(() => {
          document
            .querySelector('[data-case="note"] .artdeco-button--primary')
            ?.removeAttribute('disabled');
        });
        await click('[data-case="note"] .artdeco-button--primary');
        await lab().asks('inviteWithNote');
      }));

    it.each([
      ['gate', '.artdeco-button--secondary'],
      ['note', '.artdeco-button--muted'],
      ['weekly-limit', '.artdeco-button--primary'],
      ['premium-upsell', '.artdeco-button--primary'],
    ])('counts nothing in "%s" by %s', (name, button) =>
      comesTo(nothing, async () => {
        await click(`[data-case="${name}"] ${button}`);
        await lab().asks('invite');
      }),
    );

    it('counts nothing at the gate that asks for an address', () =>
      comesTo(nothing, async () => {
        await page().evaluate(() => {
          document
            .querySelector('[data-case="email-gate"] .artdeco-button--primary')
            ?.removeAttribute('disabled');
        });
        await click('[data-case="email-gate"] .artdeco-button--primary');
        await lab().asks('invite');
      }));
  });

  describe('the conversations', { concurrent: true }, () => {
    const inPage = '[data-case="click-mode"]';
    const inBubble = '[data-case="enter-mode"]';
    const inMail = '[data-case="inmail"]';
    const editor = '.msg-form__contenteditable';
    const button = '.msg-form__send-button';

    /** What LinkedIn does with a message that has gone, or with older ones that come in at the top. */
    const shows = (place: string, { old = false, keeps = false } = {}) =>
      page().evaluate(
        ([place, old, keeps]) => {
          const shadow = document.querySelector('#interop-outlet')?.shadowRoot;
          const conversation = document.querySelector(place) ?? shadow?.querySelector(place);
          const event = document.createElement('li');
          event.className = 'msg-s-message-list__event';
          event.innerHTML = '<div class="msg-s-event-listitem">Good morning</div>';
          conversation?.querySelector('ul')?.[old ? 'prepend' : 'append'](event);
          const editor = conversation?.querySelector('.msg-form__contenteditable');
          if (!keeps && editor) editor.innerHTML = '<p><br></p>';
        },
        [place, old, keeps] as const,
      );
    const write = async (place: string) => {
      await click(`${place} ${editor}`);
      await type('Good morning');
      await page().evaluate(() => {
        document.querySelector('.msg-form__send-button')?.removeAttribute('disabled');
      });
    };

    const comesTo = on('/messaging/thread/2-TEST/');

    it('counts a message by button, by what the page shows alone', () =>
      comesTo(counts('message message'), async () => {
        await write(inPage);
        await click(`${inPage} ${button}`);
        await shows(inPage);
      }));

    it('counts a message by button, by its request alone', () =>
      comesTo(counts('message message'), async () => {
        await write(inPage);
        await click(`${inPage} ${button}`);
        await lab().asks('message');
      }));

    it('counts a message by Enter in the bubble, once for both proofs', () =>
      comesTo(
        async (told) => {
          await counted(told, ['message message']);
          await nothing(told);
        },
        async () => {
          await write(inBubble);
          await key('Enter');
          await lab().asks('message');
          await shows(inBubble);
        },
      ));

    it('counts an InMail', () =>
      comesTo(counts('message message'), async () => {
        await click(`${inMail} ${button}`);
        await lab().asks('message');
      }));

    it('counts no Enter where the button sends, and none with Shift where Enter does', () =>
      comesTo(nothing, async () => {
        await write(inPage);
        await key('Enter');
        await write(inBubble);
        await key('Shift+Enter');
        await shows(inPage);
        await lab().asks('message');
      }));

    it('counts nothing by what another conversation shows, or by older messages', () =>
      comesTo(nothing, async () => {
        await write(inPage);
        await click(`${inPage} ${button}`);
        await shows(inBubble);
        await shows(inPage, { old: true, keeps: true });
      }));

    it('counts nothing of a thousand scripted clicks and keys', () =>
      comesTo(nothing, async () => {
        await page().evaluate(() => {
          const shadow = document.querySelector('#interop-outlet')?.shadowRoot;
          const editor = shadow?.querySelector('.msg-form__contenteditable');
          const button = document.querySelector<HTMLElement>('.msg-form__send-button');
          button?.removeAttribute('disabled');
          for (const one of document.querySelectorAll('.msg-form__contenteditable'))
            one.textContent = 'Good morning';
          if (editor) editor.textContent = 'Good morning';
          for (let time = 0; time < 500; time += 1) {
            button?.click();
            editor?.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
            );
          }
        });
        await lab().asks('message');
        await shows(inPage);
        await shows(inBubble);
      }));
  });

  it('counts nothing more of any of them', () => nothing(lab()));
});

if (!existsSync(folder))
  notRun(
    'the pages written from the evidence alone, ../shared/pages',
    `no ${folder}; name it in FOOTHOLD_SHARED_PAGES`,
  );
