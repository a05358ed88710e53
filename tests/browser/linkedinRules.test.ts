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
  type Plan,
  type Way,
} from './linkedinLab';
import type { Action } from '../../lib/domain/action';

/**
 * Invitations sent and accepted, on pages by other hands than the rules, at LinkedIn's true origin, under a strict
 * policy.
 */
const lab = useLinkedIn();
const { click, clickIn, type, key } = handOf(lab);
const page = () => lab().page;
type Act = () => Promise<void>;
const dismiss = () => clickIn('[data-test-modal-close-btn]');

const send = '.send-invite .artdeco-button--primary';
const invited = {
  deed: 'invite',
  press: send,
  inRoot: true,
  cancel: dismiss,
  streams: true,
} as const;
const topConnect = '[componentkey$="Topcard"] [href*="custom-invite"]';

async function withNote() {
  await clickIn('.artdeco-button--secondary');
  await clickIn('textarea');
  await type('Hello Nora');
}

const connections: readonly Way[] = [
  {
    ...invited,
    name: 'profile',
    counts: 'connection connection',
    path: '/in/nora-beispiel/',
    purpose: 'invite',
    prepare: () => click(topConnect),
  },
  {
    ...invited,
    name: 'profile, with a note, closed root',
    counts: 'connection connection',
    path: '/in/nora-beispiel/',
    look: { shadow: 'closed' },
    purpose: 'inviteWithNote',
    async prepare() {
      await click(topConnect);
      await withNote();
    },
  },
  {
    ...invited,
    name: 'profile, from its menu, closed root made late',
    again: true,
    counts: 'connection connection',
    path: '/in/flora-follow/',
    look: { shadow: 'closed', lateShadow: true },
    purpose: 'invite',
    async prepare() {
      await click('[componentkey$="Topcard"] [aria-expanded]');
      await click('[role="menu"] [href*="custom-invite"]');
    },
  },
  {
    ...invited,
    name: 'profile after a withdrawal',
    again: true,
    counts: 'connection connection',
    path: '/in/wim-withdrawn/',
    purpose: 'invite',
    prepare: () => click('[componentkey$="Topcard"] [componentkey$="_withdrawn"]'),
  },
  {
    ...invited,
    name: 'classic profile',
    counts: 'connection connection',
    path: '/in/nora-beispiel/',
    look: { front: 'classic' },
    purpose: 'invite',
    prepare: () => click('.pv-top-card [data-lab-act="connect"]'),
  },
  {
    ...invited,
    name: 'somebody beside a profile',
    again: true,
    counts: 'connection connection',
    path: '/in/nora-beispiel/',
    purpose: 'invite',
    prepare: () => click('aside [href*="ben-sidebar"][href*="custom-invite"]'),
  },
  {
    ...invited,
    name: 'search',
    counts: 'connection connection',
    path: '/search/results/people/',
    purpose: 'invite',
    prepare: () => click('[href*="search-custom-invite"][href*="tom-sample"]'),
  },
  {
    ...invited,
    name: 'classic search, with a note',
    again: true,
    counts: 'connection connection',
    path: '/search/results/people/',
    look: { front: 'classic' },
    purpose: 'inviteWithNote',
    async prepare() {
      await click('[data-lab-act="connect"][data-lab-who="tom-sample"]');
      await withNote();
    },
  },
  {
    name: 'search, at once',
    again: true,
    counts: 'connection connection-at-once',
    path: '/search/results/people/',
    purpose: 'invite',
    deed: 'invite',
    press: 'button[data-lab-who="lucia-ejemplo"]',
    streams: true,
  },
  {
    name: 'My Network, at once',
    counts: 'connection connection-at-once',
    path: '/mynetwork/grow/',
    purpose: 'invite',
    deed: 'invite',
    press: 'button[data-lab-who="ada-sidebar"]',
    streams: true,
  },
  {
    ...invited,
    name: 'My Network, where a dialog opens after all',
    counts: 'connection connection',
    path: '/mynetwork/grow/',
    look: { grow: 'dialog', shadow: 'closed' },
    purpose: 'invite',
    prepare: () => click('button[data-lab-who="ben-sidebar"]'),
  },
  {
    name: 'its own address',
    counts: 'connection connection-direct',
    path: '/preload/custom-invite/?vanityName=nora-beispiel',
    look: { afterDirect: 'stays' },
    purpose: 'invite',
    deed: 'invite',
    press: send,
    cancel: () => click('[data-test-modal-close-btn]'),
    byPage: false,
  },
  {
    name: 'its own address, and on to the profile',
    counts: 'connection connection-direct',
    path: '/preload/search-custom-invite/?vanityName=tom-sample',
    look: { afterDirect: 'leaves' },
    purpose: 'invite',
    deed: 'invite',
    press: send,
    cancel: () => click('[data-test-modal-close-btn]'),
  },
];

const acceptances: readonly Way[] = [
  {
    name: 'profile',
    counts: 'acceptance acceptance',
    path: '/in/iris-incoming/',
    purpose: 'accept',
    deed: 'accept',
    press: '[componentkey$="Topcard"] [data-lab-answer="accept"]',
    cancel: () => click('[componentkey$="Topcard"] [data-lab-answer="ignore"]'),
    byRequest: false,
  },
  ...[true, false].map((viewNames) => ({
    name: viewNames ? 'received' : 'received, without view names',
    counts: 'acceptance acceptance',
    path: '/mynetwork/invitation-manager/received/',
    look: { viewNames },
    purpose: 'accept' as const,
    deed: 'accept',
    press: '[data-lab-answer="accept"][data-lab-who="ian-incoming"]',
    cancel: () => click('[data-lab-answer="ignore"][data-lab-who="ian-incoming"]'),
    byRequest: false as const,
  })),
  {
    name: 'My Network, which keeps a sentence',
    counts: 'acceptance acceptance',
    path: '/mynetwork/grow/',
    look: { viewNames: false },
    purpose: 'accept',
    deed: 'accept',
    press: '[data-lab-answer="accept"][data-lab-who="iris-incoming"]',
    byRequest: false,
  },
];

describeWays(lab, connections);
describeWays(lab, acceptances);

/** The controls there say another state of the invitation, as when the page draws them anew. */
const turn = (controls: string, state: string) =>
  page().evaluate(
    ([controls, state]) => {
      for (const control of document.querySelectorAll(controls)) {
        const key = control.getAttribute('componentkey') ?? '';
        control.setAttribute('componentkey', key.replace(/_\w+$/, state));
      }
    },
    [controls, state] as const,
  );

describe('nothing is sent by', { concurrent: true }, () => {
  const profile = '/in/nora-beispiel/';

  /**
   * What is done here counts nothing, and the page agrees, though a request comes that would prove what was taken for an
   * invitation; then Nora is invited, which counts.
   */
  const not = (path: string, look: Partial<Look>, deeds: readonly string[], act: Act) =>
    onlyNext(
      lab(),
      async () => {
        await lab().open(path, look);
        await act();
        expect(lab().site.deeds.map(({ deed }) => deed)).toEqual(deeds);
        lab().site.use();
        await lab().asks('invite');
      },
      async () => {
        await lab().open(profile, { lang: look.lang ?? 'en' });
        await click(topConnect);
        await clickIn(send);
      },
      ['connection connection'],
    );

  describe.each([
    ['sdui', topConnect],
    ['classic', '.pv-top-card [data-lab-act="connect"]'],
  ] as const)('the dialog of the %s front end:', (front, connect) => {
    it('a note that is begun and given up', () =>
      not(profile, { front, lang: 'de' }, [], async () => {
        await click(connect);
        await withNote();
        await clickIn('.artdeco-button--muted:not([data-test-modal-close-btn])');
        await dismiss();
      }));

    it.each(['open', 'closed'] as const)('the weekly limit and its "Got it", %s root', (shadow) =>
      not(profile, { front, lang: 'es', shadow, invite: 'limit' }, [], async () => {
        await click(connect);
        await clickIn(send);
        await clickIn('.artdeco-modal [data-lab-shut]');
      }),
    );

    it('the offer of Premium', () =>
      not(profile, { front, invite: 'premium' }, [], async () => {
        await click(connect);
        await clickIn('.send-invite .artdeco-button--secondary');
        await clickIn('a.artdeco-button--primary');
      }));

    it('an address that is asked for and refused', () =>
      not(profile, { front, lang: 'de', invite: 'email' }, [], async () => {
        await click(connect);
        await clickIn('.send-invite input');
        await type('nora@example.com');
        await clickIn(send);
      }));

    it('Escape', () =>
      not(profile, { front }, [], async () => {
        await click(connect);
        await lab().site.pointIn(page(), send);
        await key('Escape');
      }));
  });

  it('the weekly limit on My Network, where the control flips first', () =>
    not('/mynetwork/grow/', { invite: 'limit' }, [], async () => {
      await click('button[data-lab-who="ada-sidebar"]');
      await clickIn('.artdeco-modal [data-lab-shut]');
    }));

  it('withdrawing, even if it is Pending again soon', () =>
    not('/in/paula-pendiente/', { lang: 'es' }, ['withdraw'], async () => {
      await click('[componentkey$="Topcard"] [componentkey$="_pending"]');
      await click('dialog [data-lab-go]');
      await page().locator('dialog').waitFor({ state: 'detached' });
      await turn('[componentkey$="Topcard"] [componentkey$="_withdrawn"]', '_pending');
    }));

  it('following', () =>
    not('/in/flora-follow/', {}, ['follow'], async () => {
      await click('[componentkey$="Topcard"] [data-lab-follow]');
      await eventually(() => {
        expect(lab().site.deeds).toHaveLength(1);
      });
    }));

  it('ignoring somebody, and taking a newsletter', () =>
    not('/mynetwork/invitation-manager/received/', {}, ['ignore'], async () => {
      await click('[data-lab-answer="ignore"][data-lab-who="iris-incoming"]');
      await click('[data-lab-title] [data-lab-answer="accept"]');
      await page().locator('[data-lab-title]').waitFor({ state: 'detached' });
    }));
});

it('counts by no duplicate that nobody sees, and nobody beside, who becomes Pending', async () => {
  await lab().nextDay();
  await lab().open('/in/nora-beispiel/');
  await lab().site.plan('invite', { delay: 60_000, inert: true });
  await click(topConnect);
  await clickIn(send);
  await turn('[componentkey$="Topcard"] [style][componentkey$="_connect"]', '_pending');
  await turn('aside [componentkey$="_connect"]', '_pending');
  await nothing(lab());
  await turn('[componentkey$="Topcard"] [componentkey$="_connect"]', '_pending');
  await counted(lab(), ['connection connection']);
});

describe.each([
  ['profile', '/in/nora-beispiel/', '.pv-top-card [data-lab-act="connect"]'],
  ['search', '/search/results/people/', '[data-lab-act="connect"][data-lab-who="nora-beispiel"]'],
])('a classic %s', (_page, path, connect) => {
  /** Sent, with no notice of how it went, and no request to be heard of. */
  const sent = async (plan: Plan) => {
    await lab().nextDay();
    await lab().open(path, { front: 'classic', toastFor: 0, lang: 'es' });
    await lab().site.plan('invite', plan);
    await click(connect);
    await clickIn(send);
  };

  it('counts by Pending alone', async () => {
    await sent({ silent: true });
    await counted(lab(), ['connection connection']);
  });

  it('counts by nobody else who becomes Pending', async () => {
    await sent({ delay: 60_000, inert: true });
    const become = (who: string) =>
      page().evaluate((who) => {
        for (const button of document.querySelectorAll(`[data-lab-act="connect"]${who}`))
          button.insertAdjacentHTML('afterbegin', '<svg data-test-icon="clock-small"></svg>');
      }, who);
    await become(':not([data-lab-who="nora-beispiel"])');
    await nothing(lab());
    await become('[data-lab-who="nora-beispiel"]');
    await counted(lab(), ['connection connection']);
  });
});

describe('whom it is about', () => {
  const subjects = async () => {
    const rows = (await lab().foothold.journal()) as Action[];
    return rows.map(({ subject }) => subject);
  };

  it('is the same person on a profile and in a search, and counts once a day', async () => {
    await lab().nextDay();
    await lab().open('/in/tom-sample/');
    await click('[componentkey$="Topcard"] [href*="custom-invite"]');
    await clickIn(send);
    await counted(lab(), ['connection connection']);
    // The site forgets; Foothold does not.
    await lab().open('/search/results/people/');
    await click('[href*="search-custom-invite"][href*="tom-sample"]');
    await clickIn(send);
    await nothing(lab());
    await lab().nextDay();
    await lab().open('/search/results/people/', { front: 'classic' });
    await click('[data-lab-act="connect"][data-lab-who="tom-sample"]');
    await clickIn(send);
    await counted(lab(), ['connection connection']);
    const [last, before] = (await subjects()).toReversed();
    expect(last).toBeDefined();
    expect(last).toBe(before);
  });

  it('is the one beside the profile, not its owner, and each of several in a row', async () => {
    await lab().nextDay();
    await lab().open('/in/nora-beispiel/');
    for (const who of ['ben', 'cleo']) {
      await click(`aside [href*="${who}-sidebar"][href*="custom-invite"]`);
      await clickIn(send);
      await counted(lab(), ['connection connection']);
    }
    await click('[componentkey$="Topcard"] [href*="custom-invite"]');
    await clickIn(send);
    await counted(lab(), ['connection connection']);
    expect(new Set((await subjects()).slice(-3)).size).toBe(3);
  });

  it('is each of several at once, and not the one who was refused among them', async () => {
    await lab().nextDay();
    await lab().open('/mynetwork/grow/');
    const names = ['ada', 'ben', 'cleo', 'dirk'];
    await lab().site.plan('invite', { status: 429, delay: 300, times: 1 });
    for (const name of names) await click(`button[data-lab-who="${name}-sidebar"]`);
    await eventually(() => {
      expect(lab().site.requests).toHaveLength(names.length);
    });
    await counted(lab(), Array<string>(3).fill('connection connection-at-once'));
    await nothing(lab());
  });
});

it('counts a success that was none: a reload shows it, and nobody tells the page before', async () => {
  await lab().nextDay();
  await lab().open('/in/nora-beispiel/');
  await lab().site.plan('invite', { lost: true });
  await click('[componentkey$="Topcard"] [href*="custom-invite"]');
  await clickIn(send);
  await counted(lab(), ['connection connection']);
  await page().reload();
  await page().locator('[componentkey$="Topcard"] [href*="custom-invite"]').first().waitFor();
});
