import { describe, expect, it } from 'vitest';
import {
  counted,
  describeWays,
  eventually,
  handOf,
  nothing,
  onlyNext,
  useLinkedIn,
  type Look,
  type Way,
} from './linkedinLab';

/** What is written on LinkedIn: messages by button and by Enter, in the page and over it, InMail, comments. */
const lab = useLinkedIn();
const { click, clickIn, type, key } = handOf(lab);

const thread = '/messaging/thread/2-TEST-carl-connected/';
const editor = '.msg-form__contenteditable';
const button = '.msg-form__send-button';
const message = { purpose: 'message', deed: 'message' } as const;

const write = async () => {
  await click(editor);
  await type('Good morning');
};
const writeInBubble = async () => {
  await clickIn(editor);
  await type('Good morning');
};
const discard = async () => {
  await clickIn('[data-lab-close]');
  await clickIn('[data-lab-discard]');
};

const messages: readonly Way[] = [
  {
    ...message,
    name: 'by button, in the page',
    counts: 'message message',
    path: thread,
    prepare: write,
    press: button,
  },
  {
    ...message,
    name: 'by button, in a bubble, closed root',
    counts: 'message message',
    path: '/feed/',
    look: { shadow: 'closed', bubbles: ['carl-connected', 'dana-connected'] },
    prepare: writeInBubble,
    press: button,
    inRoot: true,
    cancel: discard,
  },
  {
    ...message,
    name: 'by button, in a bubble, the page slow to show it',
    again: true,
    counts: 'message message',
    path: '/in/nora-beispiel/',
    look: { optimistic: false, bubbles: ['carl-connected'] },
    prepare: writeInBubble,
    press: button,
    inRoot: true,
  },
  {
    ...message,
    name: 'by Enter, as a hint says, in a bubble',
    counts: 'message message',
    path: '/mynetwork/grow/',
    look: { sendMode: 'hint', bubbles: ['carl-connected', 'dana-connected'] },
    prepare: writeInBubble,
    press: editor,
    inRoot: true,
    key: 'Enter',
    cancel: discard,
  },
  {
    ...message,
    name: 'by Enter, for want of a button, in the page',
    again: true,
    counts: 'message message',
    path: thread,
    look: { sendMode: 'bare' },
    prepare: write,
    press: editor,
    key: 'Enter',
  },
  {
    ...message,
    name: 'by Enter, as was chosen, in a bubble, closed root',
    counts: 'message message',
    path: '/feed/',
    look: { sendMode: 'radio', shadow: 'closed', bubbles: ['carl-connected'] },
    prepare: writeInBubble,
    press: editor,
    inRoot: true,
    key: 'Enter',
  },
  {
    ...message,
    name: 'an InMail, by button, from its own address',
    counts: 'message message',
    path: '/messaging/compose/?recipient=ACoAATEST000000000000000000000000000001',
    prepare: write,
    press: button,
  },
  {
    ...message,
    name: 'an InMail, by Enter, from the profile',
    counts: 'message message',
    path: '/in/nora-beispiel/',
    look: { sendMode: 'hint' },
    async prepare() {
      await click('[componentkey$="Topcard"] [href*="/messaging/compose/"]');
      await writeInBubble();
    },
    press: editor,
    inRoot: true,
    key: 'Enter',
    cancel: discard,
  },
];

const comments: readonly Way[] = [
  {
    name: 'classic',
    counts: 'comment comment',
    path: '/feed/',
    look: { front: 'classic' },
    purpose: 'comment',
    deed: 'comment',
    async prepare() {
      await click('[data-lab-open]');
      await type('Congratulations, all of you');
    },
    press: '.comments-comment-box__submit-button--cr',
    // Nobody is sure of its address.
    byRequest: false,
  },
  {
    name: 'new front end',
    counts: 'comment comment',
    path: '/feed/',
    purpose: 'commentSdui',
    deed: 'comment',
    async prepare() {
      await click('[data-lab-open]');
      await type('Congratulations, all of you');
    },
    press: '[data-lab-submit]',
    streams: true,
    // A 200 beside a text that is still there may be a no.
    byRequest: false,
  },
];

describeWays(lab, messages);
describeWays(lab, comments);

describe('no message is', { concurrent: true }, () => {
  /**
   * What is done here counts nothing, and the page agrees, though a request comes that would prove what was taken for a
   * message; then a message goes, which counts.
   */
  const not = (path: string, look: Partial<Look>, deeds: readonly string[], act: Act) =>
    onlyNext(
      lab(),
      async () => {
        await lab().open(path, look);
        await act();
        expect(lab().site.deeds.map(({ deed }) => deed)).toEqual(deeds);
        await lab().asks('message');
      },
      async () => {
        await lab().open(thread, { sendMode: 'hint', lang: look.lang ?? 'en' });
        await write();
        await key('Enter');
      },
      ['message message'],
    );
  const steps = (step: string) =>
    eventually(() => {
      expect(lab().site.steps.map((one) => one.step)).toContain(step);
    });

  it('a new line: Enter where the button sends, and the choice stands open', () =>
    not(thread, { lang: 'de' }, [], async () => {
      await click('.msg-form__send-toggle');
      await write();
      await key('Enter');
      await type('How are you?');
      await steps('newline');
    }));

  it('a new line: Shift and Enter where Enter sends', () =>
    not(thread, { sendMode: 'hint', lang: 'es' }, [], async () => {
      await write();
      await key('Shift+Enter');
      await type('How are you?');
    }));

  it('Enter with nothing written', () =>
    not(thread, { sendMode: 'bare' }, [], async () => {
      await click(editor);
      await key('Enter');
    }));

  it('an emoji or a name that is picked with Enter', () =>
    not('/feed/', { sendMode: 'hint', bubbles: ['carl-connected'], lang: 'de' }, [], async () => {
      await writeInBubble();
      await type(' :');
      await key('Enter');
      await type(' @');
      await key('Enter');
      await clickIn('[data-lab-emoji]');
      await key('Enter');
      await eventually(() => {
        const picked = lab().site.steps.filter(({ step }) => step === 'picked');
        expect(picked.map(({ word }) => word)).toEqual(['🙂', 'Carl Connected', '🙂']);
      });
    }));

  /** As the browsers tell of it: the input method's key, or Enter within a composition. */
  it.each(['Process', 'Enter'])('a word that an input method ends with Enter, told as %s', (key) =>
    not(thread, { sendMode: 'hint' }, [], async () => {
      await click(editor);
      const session = await lab().foothold.context.newCDPSession(lab().page);
      await session.send('Input.imeSetComposition', {
        text: 'こんにちは',
        selectionStart: 5,
        selectionEnd: 5,
      });
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: 'Enter',
        windowsVirtualKeyCode: key === 'Enter' ? 13 : 229,
      });
      await session.send('Input.insertText', { text: 'こんにちは' });
      await session.detach();
    }),
  );

  it('a draft that is thrown away, or kept; and a profile that is sent on', () =>
    not('/in/carl-connected/', {}, [], async () => {
      await click('[componentkey$="Topcard"] [data-lab-more]');
      await click('[role="menu"] [href*="/messaging/compose/"]');
      await steps('profile to share');
      await click('[componentkey$="Topcard"] [href*="/messaging/compose/"]');
      await writeInBubble();
      await clickIn('[data-lab-close]');
      await clickIn('[data-lab-keep]');
      await discard();
      await steps('draft discarded');
    }));

  it('a reaction, an edit or a recall', () =>
    not(thread, {}, [], async () => {
      await click('[data-lab-react]');
      await steps('message reaction');
      await click('[data-lab-edit]');
      await click('.msg-s-event-listitem textarea + button');
      await steps('message edited');
      await click('[data-lab-remove]');
      await steps('message recalled');
    }));

  it('a post that is sent on, or a greeting with its words ready', () =>
    not('/mynetwork/catch-up/all/', {}, ['greet'], async () => {
      await click('[role="listitem"] button');
      await click('[data-view-name="messaging-modal-send-button"]');
      await eventually(() => {
        expect(lab().site.deeds).toHaveLength(1);
      });
    }));

  it('a post that is sent on to somebody', () =>
    not('/feed/', { front: 'classic' }, ['share'], async () => {
      await click('[data-lab-share]');
      await clickIn('[data-lab-who="carl-connected"]');
      await eventually(() => {
        expect(lab().site.deeds).toHaveLength(1);
      });
    }));

  it.each(['classic', 'sdui'] as const)('a reaction in the feed, %s', (front) =>
    not('/feed/', { front }, ['react'], async () => {
      await click('[data-lab-react]');
      await eventually(() => {
        expect(lab().site.deeds).toHaveLength(1);
      });
    }),
  );
});

type Act = () => Promise<void>;

const erase = async () => {
  await key('Control+A');
  await key('Backspace');
};

it('counts one on its way by no older one, by none of the other’s, but by the rep’s own at the end', async () => {
  await lab().open(thread, { sendMode: 'hint', optimistic: false, lang: 'es' });
  const says = (whose: string) =>
    lab().page.evaluate((whose) => {
      const list = document.querySelector('.msg-s-message-list ul');
      const one = [...(list?.children ?? [])].find((event) => event.querySelector(whose));
      list?.append(one?.cloneNode(true) ?? '');
    }, whose);
  await lab().site.plan('message', { delay: 60_000 });
  await write();
  await key('Enter');
  await erase();
  await lab().page.locator('.msg-s-message-list').hover();
  await lab().page.mouse.wheel(0, -4000);
  await eventually(() => {
    expect(lab().site.steps.map(({ step }) => step)).toContain('history');
  });
  await says('.msg-s-event-listitem--other');
  await nothing(lab());
  await says('.msg-s-event-listitem:not(.msg-s-event-listitem--other)');
  await counted(lab(), ['message message']);
});

it('counts no comment that is called off, whatever was pressed beside it, and the one that goes', async () => {
  await lab().open('/feed/');
  await click('[data-lab-open]');
  await type('Never mind');
  await click('[data-lab-react]');
  await click('.ProseMirror');
  await erase();
  await nothing(lab());
  await type('Congratulations, all of you');
  await click('[data-lab-submit]');
  await counted(lab(), ['comment comment']);
});

it('counts no message that failed, and none that a button of unknown looks sends again', async () => {
  await lab().open(thread);
  await lab().site.plan('message', { status: 500 });
  await write();
  await click(button);
  await nothing(lab());
  await lab().site.plan('message');
  await click('[data-lab-retry]');
  await eventually(() => {
    expect(lab().site.deeds.map(({ deed }) => deed)).toEqual(['message']);
  });
  await nothing(lab());
});

it('tells the bubbles apart: each of two counts, and what one holds as a draft does not', async () => {
  await lab().open('/feed/', {
    sendMode: 'hint',
    shadow: 'closed',
    bubbles: ['carl-connected', 'dana-connected'],
  });
  const first = '.msg-overlay-conversation-bubble:first-child';
  const second = '.msg-overlay-conversation-bubble:last-child';
  await clickIn(`${second} ${editor}`);
  await type('A draft');
  await clickIn(`${first} ${editor}`);
  await type('Good morning');
  await key('Enter');
  await counted(lab(), ['message message']);
  await clickIn(`${second} ${editor}`);
  await key('Enter');
  await counted(lab(), ['message message']);
  await nothing(lab());
});
