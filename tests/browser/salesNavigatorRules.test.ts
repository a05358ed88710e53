import { describe, expect, it } from 'vitest';
import { origin } from '../lab/linkedin.mjs';
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
import { people } from '../pages/linkedin/people.js';

/** Sales Navigator, at LinkedIn's own address: invitations and messages from a lead, a search, the inbox. */
const lab = useLinkedIn();
const { click, type } = handOf(lab);

const leadPath = (slug: string) =>
  `/sales/lead/${people.find((one) => one.slug === slug)?.lead ?? ''},NAME_SEARCH,a1b2`;
const lead = leadPath('nora-beispiel');
const search = '/sales/search/people';
const send = '.connect-cta-form__send';
const trigger = '[data-x--lead-actions-bar-overflow-menu]';
const rowTrigger = '[data-lab-who="tom-sample"] [data-search-overflow-trigger]';
const composer = '[data-x-conversation-widget="compose-form"]';

const connect = (opener: string) => async () => {
  await click(opener);
  await click('[data-lab-connect]');
};
const invite = {
  counts: 'connection sales-connection',
  purpose: 'salesInvite',
  deed: 'invite',
  press: send,
  cancel: () => click('.connect-cta-form__cancel'),
} as const;
const message = {
  counts: 'message sales-message',
  purpose: 'salesMessage',
  deed: 'message',
  press: `${composer} button:last-child`,
} as const;

const ways: readonly Way[] = [
  { ...invite, name: 'from a lead', path: lead, prepare: connect(trigger) },
  {
    ...invite,
    name: 'from a search, with a note',
    path: search,
    async prepare() {
      await connect(rowTrigger)();
      await click('#connect-cta-form__invitation');
      await type('Hello Tom');
    },
  },
  {
    ...message,
    name: 'an InMail from a lead',
    path: lead,
    async prepare() {
      await click('[data-anchor-send-inmail]');
      await click('[name="subject"]');
      await type('Offices');
      await click('[name="message"]');
      await type('Good morning');
    },
    cancel: () => click('[data-control-name="overlay.close_overlay"]'),
  },
  {
    ...message,
    name: 'from a search, in a form that closes',
    path: search,
    look: { salesForm: 'closes' },
    async prepare() {
      await click('[data-lab-who="carl-connected"] [data-anchor-send-message]');
      await click('[name="message"]');
      await type('Good morning');
    },
    cancel: () => click('[data-control-name="overlay.close_overlay"]'),
  },
  {
    ...message,
    name: 'in the inbox',
    path: '/sales/inbox/',
    async prepare() {
      await click('[name="message"]');
      await type('Good morning');
    },
  },
];

describeWays(lab, ways);

describe('nothing is sent by', { concurrent: true }, () => {
  const not = (path: string, look: Partial<Look>, act: () => Promise<void>) =>
    onlyNext(
      lab(),
      async () => {
        await lab().open(path, look);
        await act();
      },
      async () => {
        await lab().open(lead, { lang: look.lang ?? 'en' });
        await connect(trigger)();
        await click(send);
      },
      ['connection sales-connection'],
    );

  it('the weekly limit', () =>
    not(lead, { invite: 'limit', lang: 'de' }, async () => {
      await connect(trigger)();
      await click(send);
      await click('.fuse-limit-alert__header + .artdeco-button--primary');
    }));

  it('an address that is asked for', () =>
    not(lead, { invite: 'email', lang: 'es' }, async () => {
      await connect(trigger)();
      await click('#connect-cta-form__email');
      await type('nora@example.com');
      await click(send);
    }));

  it('an emoji button beside a text, and closing the conversation with a draft', () =>
    not(search, {}, async () => {
      await click('[data-lab-who="carl-connected"] [data-anchor-send-message]');
      await click('[name="message"]');
      await type('Good morning');
      await click(`${composer} button:first-child`);
      await click('[data-control-name="overlay.close_overlay"]');
    }));

  it('saving a lead', () =>
    not(lead, {}, async () => {
      await click('[data-x--lead-save-cta]');
      await eventually(() => {
        expect(lab().site.deeds).toHaveLength(1);
      });
    }));
});

it('knows the lead of a row whose menu hangs elsewhere, the same as on the lead’s own page', async () => {
  await lab().nextDay();
  await lab().open(search);
  await connect(rowTrigger)();
  await click(send);
  await counted(lab(), ['connection sales-connection']);
  await lab().open(leadPath('tom-sample'));
  await connect(trigger)();
  await click(send);
  await nothing(lab());
});

it('is one person as a lead and as a profile, once the lead’s menu has linked the two', async () => {
  await lab().nextDay();
  await lab().open(lead);
  await connect(trigger)();
  await click(send);
  await counted(lab(), ['connection sales-connection']);
  await lab().foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: false } }),
    `layout ${origin}`,
  );
  const sidebar = await lab().foothold.sidebar(lab().page);
  // Nothing was ever done on the profile itself.
  await lab().open('/in/nora-beispiel/');
  await sidebar.waitFor(/Log for this person \d+ touch(es)?, today/);
});
