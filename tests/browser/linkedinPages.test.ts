import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findChromium } from '../lab/chromium.mjs';
import { origin, serveLinkedIn } from '../lab/linkedin.mjs';
import { people } from '../pages/linkedin/people.js';
import { words } from '../pages/linkedin/words.js';

/**
 * The pages of LinkedIn that rules are tested against, tested themselves: without Foothold, by hand, one behaviour each.
 * What they did must be what the evidence says, in the page and in the lab's account of it.
 */
let browser: Browser;
let context: BrowserContext;
let page: Page;
let linkedIn: Awaited<ReturnType<typeof serveLinkedIn>>;
const broken: string[] = [];

type Look = NonNullable<Parameters<typeof serveLinkedIn>[1]>;

beforeAll(async () => {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  linkedIn = await serveLinkedIn(context);
});

afterAll(() => browser.close());

beforeEach(async () => {
  linkedIn.reset();
  broken.length = 0;
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => broken.push(error.message));
});

afterEach(async () => {
  await page.close();
  expect(broken, 'errors in the page').toEqual([]);
  expect(linkedIn.unknown, 'addresses that nobody serves').toEqual([]);
});

async function open(path: string, look: Look = {}): Promise<void> {
  linkedIn.use(look);
  await page.goto(origin + path);
  await drawn();
}

async function drawn(): Promise<void> {
  await page.locator('main[data-drawn]').waitFor({ state: 'attached' });
}

const deeds = (...expected: unknown[]) =>
  vi.waitFor(() => expect(linkedIn.deeds).toEqual(expected), { timeout: 5000 });
const steps = (...expected: unknown[]) =>
  vi.waitFor(() => expect(linkedIn.steps).toEqual(expect.arrayContaining(expected)));
const asked = () => linkedIn.requests.map(({ purpose, status }) => [purpose, status]);

/** What a script beside the page sees of its requests: address and status. */
const seen = (part: string) =>
  page.evaluate(
    (part) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes(part))
        .map((entry) => (entry as PerformanceResourceTiming).responseStatus),
    part,
  );

const nora = { who: 'nora-beispiel' };
const topcard = () => page.locator('section[componentkey$="Topcard"]');
const connect = () => topcard().locator('a[href*="/preload/custom-invite/"]:visible');
const dialog = () => page.locator('.send-invite[role="dialog"]');
const primary = (place: Locator = dialog()) =>
  place.locator('.artdeco-modal__actionbar .artdeco-button--primary:not([disabled])');
const secondary = () => dialog().locator('.artdeco-button--secondary');
const toast = () => page.locator('[data-testid="toasts-title"] ~ div [role="alert"] p');

describe('connecting from a profile', () => {
  it('has two Connect links in the card, one of them hidden, and eleven on the page', async () => {
    await open('/in/nora-beispiel/');
    expect(await topcard().locator('a[href*="custom-invite"]').count()).toBe(2);
    expect(await connect().count()).toBe(1);
    expect(await page.locator('a[href*="custom-invite"]').count()).toBe(11);
    expect(await page.locator('[data-view-name]').count()).toBe(0);
  });

  it('sends without a note from the gate, and Connect becomes Pending', async () => {
    await open('/in/nora-beispiel/');
    await connect().click();
    expect(page.url()).toBe(`${origin}/in/nora-beispiel/`);
    expect(await dialog().locator('#custom-message').count()).toBe(0);
    expect(linkedIn.requests).toEqual([]);
    await primary().click();
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile' });
    await dialog().waitFor({ state: 'detached' });
    const pending = topcard().locator('[componentkey$="_pending"]');
    expect(await pending.count()).toBe(2);
    expect(await pending.first().getAttribute('href')).not.toContain('compose');
    expect(await toast().innerText()).toBe('Invitation sent to Nora Beispiel');
    expect(await seen('sduiid=com.linkedin.sdui.requests.mynetwork.addaAddConnection')).toEqual([
      200,
    ]);
    await page.reload();
    await drawn();
    expect(await pending.count()).toBe(2);
  });

  for (const lang of ['de', 'es', 'ar'] as const)
    it(`sends with a note, in ${lang}, from a closed root`, async () => {
      const who = lang === 'ar' ? 'abd-al-rahman-mithal' : 'nora-beispiel';
      await open(`/in/${who}/`, { lang, shadow: 'closed', lateShadow: lang === 'es' });
      expect(await page.locator('html').getAttribute('dir')).toBe(words[lang].dir);
      await connect().click();
      expect(await dialog().count(), 'closed to locators').toBe(0);
      await linkedIn.clickIn(page, '.artdeco-button--secondary');
      await linkedIn.clickIn(page, 'textarea#custom-message[name="message"]');
      await page.keyboard.type('Hallo');
      await linkedIn.clickIn(
        page,
        '.artdeco-modal__actionbar .artdeco-button--primary:not([disabled])',
      );
      await deeds({ deed: 'invite', who, note: true, via: 'profile' });
      expect(await topcard().locator('a:visible [class]').last().innerText()).toBe(
        words[lang].pending,
      );
      expect(await seen('action=verifyQuotaAndCreateV2')).toEqual([200]);
    });

  it('goes back from the note, and out with Escape, and has sent nothing', async () => {
    await open('/in/nora-beispiel/');
    await connect().click();
    await secondary().click();
    await dialog().locator('#custom-message').fill('Hi');
    await dialog().getByRole('button', { name: 'Cancel adding a note' }).click();
    expect(await dialog().locator('#custom-message').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await connect().click();
    await dialog().getByRole('button', { name: 'Dismiss' }).click();
    await steps({ step: 'invite cancelled', ...nora });
    expect(linkedIn.requests).toEqual([]);
    expect(await connect().count()).toBe(1);
  });

  it('is refused by the server, and then taken', async () => {
    await linkedIn.plan('invite', { status: 500, times: 1 });
    await open('/in/nora-beispiel/');
    await connect().click();
    await primary().click();
    await steps({ step: 'invite refused', ...nora });
    expect(await toast().innerText()).toBe('Unable to connect. Try again.');
    expect(await connect().count()).toBe(1);
    await connect().click();
    await primary().click();
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile' });
    expect(asked()).toEqual([
      ['invite', 500],
      ['invite', 200],
    ]);
  });

  it('is refused by an answer that says 200', async () => {
    await linkedIn.plan('invite', { refused: true });
    await open('/in/nora-beispiel/');
    await connect().click();
    await primary().click();
    await steps({ step: 'invite refused', ...nora });
    expect(await seen('addaAddConnection')).toEqual([200]);
    expect(linkedIn.deeds).toEqual([]);
  });

  it('can ask and show nothing, or show and ask nothing', async () => {
    await open('/in/nora-beispiel/');
    await linkedIn.plan('invite', { inert: true });
    await connect().click();
    await primary().click();
    await vi.waitFor(() => expect(asked()).toEqual([['invite', 200]]));
    await primary().waitFor();
    expect(linkedIn.deeds).toEqual([]);
    await linkedIn.plan('invite', { silent: true });
    await primary().click();
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile' });
    expect(await topcard().locator('[componentkey$="_pending"]').count()).toBe(2);
    expect(asked()).toHaveLength(1);
  });

  it('waits for a slow server', async () => {
    await linkedIn.plan('invite', { delay: 300 });
    await open('/in/nora-beispiel/');
    await connect().click();
    await primary().click();
    expect(await dialog().locator('.artdeco-button--primary').isDisabled()).toBe(true);
    expect(linkedIn.deeds).toEqual([]);
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile' });
  });

  it('takes a scripted click, and tells it from a hand', async () => {
    await open('/in/nora-beispiel/');
    await connect().evaluate((link: HTMLElement) => link.click());
    await primary().evaluate((button: HTMLElement) => button.click());
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile', scripted: true });
  });

  it('meets the weekly limit after the click', async () => {
    await open('/in/nora-beispiel/', { invite: 'limit' });
    await connect().click();
    await primary().click();
    await page.locator('.ip-fuse-limit-alert__warning').waitFor();
    await page.locator('.ip-fuse-limit-alert .artdeco-button--primary').click();
    await page.locator('.ip-fuse-limit-alert').waitFor({ state: 'detached' });
    expect(asked()).toEqual([['invite', 429]]);
    expect(linkedIn.deeds).toEqual([]);
    expect(await connect().count()).toBe(1);
  });

  it('meets the email gate', async () => {
    await open('/in/nora-beispiel/', { invite: 'email' });
    await connect().click();
    await dialog().locator('input[type="email"]').fill('nora@example.com');
    await primary().click();
    await steps({ step: 'email refused', ...nora });
    expect(linkedIn.requests).toEqual([]);
  });

  it('meets the Premium upsell', async () => {
    await open('/in/nora-beispiel/', { invite: 'premium' });
    await connect().click();
    await secondary().click();
    await page.locator('.artdeco-button--primary[href*="/premium/"]').click();
    await steps({ step: 'premium', ...nora });
    expect(linkedIn.requests).toEqual([]);
  });

  it('connects with somebody beside, and leaves the profile alone', async () => {
    await open('/in/nora-beispiel/');
    await page.locator('a[href$="vanityName=ada-sidebar"]').click();
    await primary().click();
    await deeds({ deed: 'invite', who: 'ada-sidebar', note: false, via: 'sidebar' });
    expect(await connect().count()).toBe(1);
  });

  it('connects from the menu, where a look-alike only shares the profile', async () => {
    await open('/in/flora-follow/');
    const menu = page.locator('[data-floating-ui-portal] [role="menu"]');
    await topcard().locator('button[aria-expanded]').click();
    await menu.locator('a[href*="/messaging/compose/"]').click();
    await steps({ step: 'profile to share' });
    await topcard().locator('button[aria-expanded]').click();
    await menu.locator('a[href*="/preload/custom-invite/"]').click();
    await primary().click();
    await deeds({ deed: 'invite', who: 'flora-follow', note: false, via: 'menu' });
  });

  it('withdraws with a notice that a reload belies', async () => {
    await open('/in/paula-pendiente/');
    const withdraw = page.locator(
      'dialog[data-testid="dialog"] [data-sdui-screen$="WithdrawConfirmationDialog"]',
    );
    await topcard().locator('a[componentkey$="_pending"]:visible').click();
    await withdraw.getByRole('button', { name: 'Cancel' }).click();
    expect(linkedIn.requests).toEqual([]);
    await topcard().locator('a[componentkey$="_pending"]:visible').click();
    await withdraw.getByRole('button', { name: /^Withdraw/ }).click();
    await deeds({ deed: 'withdraw', who: 'paula-pendiente' });
    expect(await toast().innerText()).toContain('withdrawn');
    expect(await topcard().locator('button[componentkey$="_withdrawn"]').count()).toBe(2);
    await page.reload();
    await drawn();
    expect(await topcard().locator('[componentkey$="_pending"]').count()).toBe(2);
  });

  it('follows at once, and stops only after a dialog', async () => {
    await open('/in/flora-follow/');
    const follow = topcard().locator('button[aria-label]:visible');
    await follow.click();
    await deeds({ deed: 'follow', who: 'flora-follow' });
    expect(await seen('mynetwork.addaUpdateFollowState')).toEqual([200]);
    await follow.click();
    await page.getByRole('button', { name: 'Unfollow', exact: true }).click();
    await deeds({ deed: 'follow', who: 'flora-follow' }, { deed: 'unfollow', who: 'flora-follow' });
  });

  it('accepts with the first of three buttons', async () => {
    await open('/in/iris-incoming/');
    const row = topcard().locator('button');
    expect(await row.count()).toBe(3);
    expect(await row.nth(2).getAttribute('aria-label')).toBeNull();
    await row.nth(0).click();
    await deeds({ deed: 'accept', who: 'iris-incoming', via: 'profile' });
    expect(await topcard().locator('a[href*="/messaging/compose/"]').count()).toBe(1);
  });

  it('marks the own profile, and leads from an id to the name', async () => {
    await open('/in/me-myself/');
    expect(await topcard().locator('a[href$="/in/me-myself/edit/intro/"]').count()).toBe(1);
    await open(`/in/${linkedIn.person('tom-sample').id}/`);
    expect(page.url()).toBe(`${origin}/in/tom-sample/`);
  });

  it('moves on without loading, and its classes are others on each load', async () => {
    await open('/in/nora-beispiel/');
    const hash = () => topcard().locator('a:visible').first().getAttribute('class');
    const first = await hash();
    await page.evaluate(() => ((window as { stayed?: boolean }).stayed = true));
    await page.locator('aside a[href="/in/ben-sidebar/"]').click();
    await page.waitForURL('**/in/ben-sidebar/');
    await topcard().getByRole('heading', { name: 'Ben Sidebar' }).waitFor();
    expect(await page.evaluate(() => (window as { stayed?: boolean }).stayed)).toBe(true);
    await page.goBack();
    await topcard().getByRole('heading', { name: 'Nora Beispiel' }).waitFor();
    expect(await hash()).toBe(first);
    await page.reload();
    await drawn();
    expect(await hash()).not.toBe(first);
  });

  it('runs no script that is not from a file', async () => {
    await open('/in/nora-beispiel/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.head.append(script);
    });
    expect(await page.title()).toBe('Nora Beispiel | LinkedIn');
  });

  it('has a name of sixty characters, from right to left', () => {
    expect(people.find(({ slug }) => slug === 'abd-al-rahman-mithal')?.name).toHaveLength(60);
  });
});

describe('connecting elsewhere', () => {
  it('shows the dialog in the page itself at its own address', async () => {
    await open('/preload/custom-invite/?vanityName=tom-sample');
    expect(await page.evaluate(() => document.querySelectorAll('.send-invite').length)).toBe(1);
    expect(await page.locator('[role="dialog"]').count(), 'and an ad, closed').toBe(2);
    await primary().click();
    await page.waitForURL('**/in/tom-sample/');
    await drawn();
    await deeds({ deed: 'invite', who: 'tom-sample', note: false, via: 'direct' });
    expect(await topcard().locator('[componentkey$="_pending"]').count()).toBe(2);
  });

  it('stays at that address where told so', async () => {
    await open('/preload/custom-invite/?vanityName=tom-sample', { afterDirect: 'stays' });
    await primary().click();
    await dialog().waitFor({ state: 'detached' });
    expect(page.url()).toContain('/preload/');
    await toast().waitFor();
  });

  it('sends at one click under My Network, and takes it back when refused', async () => {
    await open('/mynetwork/grow/');
    const control = page.locator('button:has(svg#connect-small)');
    const card = page.locator('[role="listitem"]', { has: page.getByText('Ada Sidebar') });
    const key = () => card.locator('button').getAttribute('componentkey');
    expect(await control.count()).toBe(9);
    await card.locator('button').click();
    await deeds({ deed: 'invite', who: 'ada-sidebar', note: false, via: 'grow' });
    expect(await key()).toMatch(/^ConnectButtonstate:invitation:urn:li:member:\d+_pending$/);
    expect(await dialog().count()).toBe(0);

    await linkedIn.plan('invite', { status: 500, delay: 100 });
    const ben = page.locator('[role="listitem"]', { has: page.getByText('Ben Sidebar') });
    await ben.locator('button').click();
    await ben.locator('[componentkey$="_pending"]').waitFor();
    await ben.locator('[componentkey$="_connect"]').waitFor();
    expect(linkedIn.deeds).toHaveLength(1);
  });

  it('opens a dialog under My Network in the other variant', async () => {
    await open('/mynetwork/grow/', { grow: 'dialog' });
    await page.locator('button:has(svg#connect-small)').first().click();
    await primary().click();
    await deeds({ deed: 'invite', who: 'ada-sidebar', note: false, via: 'grow' });
  });

  it('connects from new search results, by link and at once', async () => {
    await open('/search/results/people/');
    await page.locator('a[href*="/preload/search-custom-invite/?vanityName=tom-sample"]').click();
    await primary().click();
    const tom = { deed: 'invite', who: 'tom-sample', note: false, via: 'search' };
    await deeds(tom);
    const row = page.locator(`[componentkey="SearchResults${linkedIn.person('tom-sample').id}"]`);
    await row.locator('button[componentkey$="_pending"]').waitFor();
    await page.locator('button:has(svg#connect-small)').click();
    await deeds(tom, { deed: 'invite', who: 'lucia-ejemplo', note: false, via: 'search' });
  });

  it('connects from old search results, by a button that is its label', async () => {
    await open('/search/results/people/', { front: 'classic', lang: 'de' });
    const button = page.getByRole('button', { name: 'Tom Sample als Kontakt einladen' });
    expect(await button.locator('svg').count()).toBe(0);
    await button.click();
    await primary().click();
    await deeds({ deed: 'invite', who: 'tom-sample', note: false, via: 'search' });
    await page.locator('[data-test-artdeco-toast-item-type="success"]').waitFor();
  });

  it('connects from an old profile, and follows there', async () => {
    await open('/in/nora-beispiel/', { front: 'classic', shadow: 'light' });
    await page.locator('.pv-top-card button[aria-label^="Invite"]:visible').click();
    await primary().click();
    await deeds({ deed: 'invite', ...nora, note: false, via: 'profile' });
    await open('/in/flora-follow/', { front: 'classic' });
    const follow = page.locator('button.follow:visible');
    expect(await follow.getAttribute('aria-pressed')).toBe('false');
    await follow.click();
    await vi.waitFor(async () => expect(await follow.getAttribute('aria-pressed')).toBe('true'));
  });
});

describe('received invitations', () => {
  it('are ignored by the first button of a row and accepted by the second', async () => {
    await open('/mynetwork/invitation-manager/received/');
    await page.locator('[data-sdui-screen*="InvitationReceivedWithType"]').waitFor();
    const rows = page.locator('[data-view-name="pending-invitation"]');
    expect(await rows.count()).toBe(3);
    const button = (row: Locator, at: number) =>
      row.locator('[data-view-name="invitation-action"] button').nth(at);
    expect(await button(rows.nth(0), 1).getAttribute('aria-label')).toContain('’s invitation');
    expect(await button(rows.nth(1), 1).getAttribute('aria-label')).toContain("'s invitation");
    await button(rows.nth(2), 1).click();
    await steps({ step: 'newsletter accept', who: 'dana-connected' });
    await button(rows.nth(0), 1).click();
    const accepted = { deed: 'accept', who: 'iris-incoming', via: 'list' };
    await deeds(accepted);
    await button(rows.nth(0), 0).click();
    await deeds(accepted, { deed: 'ignore', who: 'ian-incoming', via: 'list' });
    expect(await rows.count()).toBe(0);
  });

  it('leave a sentence behind in the preview', async () => {
    await open('/mynetwork/grow/', { viewNames: false });
    const preview = page.locator('[componentkey="MyNetwork_InvitationsPreview"]');
    await preview.getByRole('button', { name: /^Accept Iris/ }).click();
    await preview
      .locator('[componentkey="MyNetwork_InvitationPreviewInlineConfirmation"]')
      .waitFor();
    await deeds({ deed: 'accept', who: 'iris-incoming', via: 'list' });
    expect(await page.locator('[data-view-name]').count()).toBe(0);
  });
});

describe('messages', () => {
  const carl = { who: 'carl-connected' };
  const sent = { deed: 'message', ...carl, place: 'page' };
  const thread = '/messaging/thread/2-TEST-carl-connected/';
  const editor = (place: Page | Locator = page) => place.locator('.msg-form__contenteditable');
  const send = (place: Page | Locator = page) =>
    place.locator('form.msg-form button.msg-form__send-button[type="submit"]');
  const own = (place: Page | Locator = page) =>
    place.locator('.msg-s-event-listitem:not(.msg-s-event-listitem--other)');
  const bubble = (name: string) =>
    page.locator('.msg-overlay-conversation-bubble', { has: page.getByRole('link', { name }) });

  it('go by the button; Enter is a newline', async () => {
    await open(thread);
    expect(await send().isDisabled()).toBe(true);
    await editor().click();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await steps({ step: 'newline', ...carl });
    expect(linkedIn.requests).toEqual([]);
    const before = await own().count();
    await send().click();
    await deeds(sent);
    expect(await own().count()).toBe(before + 1);
    expect(await own().last().locator('p').innerText()).toMatch(/^one\s+two$/);
    expect((await editor().innerText()).trim()).toBe('');
    expect(await send().isDisabled()).toBe(true);
    expect(await seen('voyagerMessagingDashMessengerMessages?action=createMessage')).toEqual([200]);
  });

  for (const sendMode of ['hint', 'bare', 'radio'] as const)
    it(`go by Enter (${sendMode}); not with Shift, not while composing, not for nothing`, async () => {
      await open(thread, { sendMode });
      expect(await send().count()).toBe(sendMode === 'radio' ? 1 : 0);
      expect(await page.locator('.msg-form__hint-text').count()).toBe(sendMode === 'hint' ? 1 : 0);
      await editor().click();
      await page.keyboard.press('Enter');
      const session = await context.newCDPSession(page);
      await page.evaluate(() =>
        addEventListener(
          'keydown',
          ({ key, isComposing }) => (document.title = `${key} ${String(isComposing)}`),
          true,
        ),
      );
      await session.send('Input.imeSetComposition', {
        text: 'にほん',
        selectionStart: 3,
        selectionEnd: 3,
      });
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 13,
      });
      await vi.waitFor(async () => expect(await page.title()).toBe('Enter true'));
      await session.send('Input.insertText', { text: '日本' });
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('two');
      expect(linkedIn.requests).toEqual([]);
      await page.keyboard.press('Enter');
      await deeds(sent);
      expect(await own().last().locator('p').innerText()).toMatch(/^日本\s+two$/);
    });

  it('pick with Enter in a list of offers, and on the emoji keyboard', async () => {
    await open(thread, { sendMode: 'hint' });
    await editor().click();
    await page.keyboard.type('hi @Da');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Enter');
    await steps({ step: 'picked', word: 'Carl Connected' });
    expect(await editor().innerText()).toMatch(/^hi Carl Connected\s*$/);
    await page.getByRole('button', { name: 'Open Emoji Keyboard' }).click();
    await page.keyboard.press('Enter');
    await steps({ step: 'picked', word: '🙂' });
    expect(linkedIn.requests).toEqual([]);
    await page.keyboard.press('Enter');
    await deeds(sent);
  });

  it('change their mode by the radios', async () => {
    await open(thread);
    const mark = 'data-test-msg-ui-send-mode-toggle-presenter__';
    await page.locator(`button[${mark}button]`).click();
    expect(await page.locator(`input[${mark}click-to-send-input]`).isChecked()).toBe(true);
    await page.locator(`input[${mark}enter-to-send-input]`).click();
    await page.locator('.msg-form__hint-text').waitFor();
    await editor().click();
    await page.keyboard.type('now by key');
    await page.keyboard.press('Enter');
    await deeds(sent);
  });

  it('fail and are tried again', async () => {
    await linkedIn.plan('message', { status: 500, times: 1 });
    await open(thread);
    await editor().fill('hello?');
    await send().click();
    await steps({ step: 'message failed', ...carl });
    expect(linkedIn.deeds).toEqual([]);
    const count = await own().count();
    await page.getByRole('button', { name: 'Retry' }).click();
    await deeds(sent);
    expect(await own().count()).toBe(count);
    expect(asked()).toEqual([
      ['message', 500],
      ['message', 200],
    ]);
  });

  it('can show only once the server has them, or never', async () => {
    await linkedIn.plan('message', { delay: 200 });
    await open(thread, { optimistic: false });
    const count = await own().count();
    await editor().fill('slow');
    await send().click();
    expect(await own().count()).toBe(count);
    await deeds(sent);
    expect(await own().count()).toBe(count + 1);
    await linkedIn.plan('message', { inert: true });
    await editor().fill('unseen');
    await send().click();
    await vi.waitFor(() => expect(asked()).toHaveLength(2));
    expect((await editor().innerText()).trim()).toBe('unseen');
    expect(linkedIn.deeds).toEqual([sent]);
  });

  it('come in from history at the top, own ones too', async () => {
    await open(thread);
    const count = await own().count();
    await editor().fill('to have something to scroll\n\n\n\n\nand again\n\n\n\nmore');
    await send().click();
    await deeds(sent);
    await page.locator('.msg-s-message-list').hover();
    await page.mouse.wheel(0, -4000);
    await steps({ step: 'history', ...carl });
    expect(await own().count()).toBeGreaterThan(count + 2);
    expect(await own().first().locator('p').innerText()).toMatch(/^earlier/);
    expect(linkedIn.deeds).toEqual([sent]);
  });

  it('are reacted to, edited and recalled, and none of that is a send', async () => {
    await open(thread);
    await page.getByRole('button', { name: 'React' }).click();
    await steps({ step: 'message reaction', ...carl });
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.locator('.msg-s-event-listitem textarea').fill('hello there');
    await page.getByRole('button', { name: 'Save' }).click();
    await steps({ step: 'message edited', ...carl });
    await page.getByRole('button', { name: 'Delete' }).click();
    await steps({ step: 'message recalled', ...carl });
    expect(await seen('action=recall')).toEqual([200]);
    expect(linkedIn.deeds).toEqual([]);
  });

  it('turn a new conversation into a thread', async () => {
    await open(`/messaging/compose/?recipient=${linkedIn.person('carl-connected').id}`);
    await editor().fill('first');
    await send().click();
    await page.waitForURL('**/messaging/thread/**');
    await deeds(sent);
  });

  it('go from the bubble that they were written in', async () => {
    await open('/feed/', { front: 'classic', bubbles: ['carl-connected', 'dana-connected'] });
    expect(
      await page
        .locator(
          '#interop-outlet[data-testid="interop-shadowdom"] .msg-overlay-conversation-bubble',
        )
        .count(),
    ).toBe(2);
    await editor(bubble('Carl Connected')).fill('a draft');
    await editor(bubble('Dana Connected')).pressSequentially('like this, Dana');
    await send(bubble('Dana Connected')).click();
    await deeds({ deed: 'message', who: 'dana-connected', place: 'bubble' });
    expect((await editor(bubble('Carl Connected')).innerText()).trim()).toBe('a draft');
  });

  it('are dropped with their bubble, after a question', async () => {
    await open('/in/carl-connected/');
    await topcard().locator('a[href*="/messaging/compose/"]').click();
    const close = bubble('Carl Connected').getByRole('button', { name: /^Close your/ });
    await editor(bubble('Carl Connected')).fill('never mind');
    await close.click();
    await page.getByRole('button', { name: 'Keep' }).click();
    await close.click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await bubble('Carl Connected').waitFor({ state: 'detached' });
    await steps({ step: 'draft discarded', ...carl });
    expect(linkedIn.requests).toEqual([]);
  });

  it('have a subject where they are an InMail', async () => {
    await open('/in/nora-beispiel/');
    await topcard().locator('a[href*="/messaging/compose/"]').click();
    const form = bubble('Nora Beispiel').locator('form.msg-form');
    await form.locator('input[name="subject"]').fill('An idea');
    await editor(form).fill('Hello Nora');
    await send(bubble('Nora Beispiel')).click();
    await deeds({ deed: 'message', ...nora, inmail: true, place: 'bubble' });
  });

  it('go from a bubble in a closed root', async () => {
    await open('/in/carl-connected/', { shadow: 'closed', sendMode: 'bare' });
    await topcard().locator('a[href*="/messaging/compose/"]').click();
    await linkedIn.clickIn(page, '.msg-form__contenteditable');
    await page.keyboard.type('hi :sm');
    await page.keyboard.press('Enter');
    await steps({ step: 'picked', word: '🙂' });
    await page.keyboard.press('Enter');
    await deeds({ deed: 'message', ...carl, place: 'bubble' });
    expect(linkedIn.requests[0]?.body).toMatchObject({ text: 'hi 🙂' });
  });

  it('congratulate in one dialog', async () => {
    await open('/mynetwork/catch-up/all/');
    const greeting = page.locator('dialog[aria-label="Send Message"]');
    await page.getByRole('button', { name: 'Say happy birthday' }).first().click();
    await greeting.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Say happy birthday' }).first().click();
    await greeting.locator('button[data-view-name="messaging-modal-send-button"]').click();
    await deeds({ deed: 'greet', ...carl });
    await greeting.waitFor({ state: 'detached' });
  });
});

describe('the feed', () => {
  const post = 'urn:li:activity:7400000000000000001';
  const company = 'urn:li:activity:7400000000000000002';
  const article = () => page.locator(`[data-urn="${post}"]:visible`);
  const like = () => article().locator('.feed-shared-social-action-bar .react-button__trigger');
  const pressed = () => like().getAttribute('aria-pressed');

  it('has each post three times, and a reaction that comes, changes and goes', async () => {
    await open('/feed/', { front: 'classic', lang: 'es' });
    expect(await page.locator(`[data-urn="${post}"]`).count()).toBe(3);
    expect(await pressed()).toBe('false');
    await like().click();
    const liked = { deed: 'react', post, reaction: 'like' };
    await deeds(liked);
    expect(await pressed()).toBe('true');
    await article().locator('.reactions-menu__trigger').first().click();
    await article().locator('.reactions-menu__reaction').click();
    await steps({ step: 'reaction changed', post });
    await like().click();
    await deeds(liked, { deed: 'unreact', post });
    expect(await pressed()).toBe('false');
    expect(linkedIn.requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 201],
      ['POST', 201],
      ['DELETE', 200],
    ]);
    expect(await seen('voyagerSocialDashReactions?threadUrn=')).toEqual([201, 201, 200]);
  });

  it('takes a reaction back that the server refuses, and knows comments from posts', async () => {
    await open('/feed/', { front: 'classic' });
    await linkedIn.plan('react', { status: 500, delay: 100 });
    await like().click();
    await vi.waitFor(async () => expect(await pressed()).toBe('true'));
    await steps({ step: 'reaction refused', post });
    expect(await pressed()).toBe('false');
    await linkedIn.plan('react');
    await article().locator('.comments-comment-entity .react-button__trigger').click();
    await deeds({
      deed: 'react',
      post: `urn:li:comment:(${post},1)`,
      comment: true,
      reaction: 'like',
    });
    expect(await pressed()).toBe('false');
  });

  it('comments in the old box, which Comment only opens', async () => {
    await open('/feed/', { front: 'classic' });
    await article().locator('button[data-finite-scroll-hotkey="c"]').click();
    await steps({ step: 'comment box', post });
    const submit = article().locator('button.comments-comment-box__submit-button--cr');
    expect(await submit.count()).toBe(0);
    await article().locator('.ql-editor').pressSequentially('Good point');
    await submit.click();
    await deeds({ deed: 'comment', post });
    expect(await article().locator('.comments-comment-entity').count()).toBe(2);
    expect((await article().locator('.ql-editor').innerText()).trim()).toBe('');
    expect(await submit.count()).toBe(0);
  });

  it('comments in the new editor, for a company page, and loses it in silence', async () => {
    await linkedIn.plan('commentSdui', { lost: true });
    await open('/feed/', { actor: 'Test GmbH' });
    await page.locator('button:has(svg#comment-small)').first().click();
    const editor = page.locator(
      '[data-testid="ui-core-tiptap-text-editor-wrapper"] .ProseMirror[contenteditable]',
    );
    await editor.pressSequentially('Good point');
    await page.getByRole('button', { name: 'Comment', exact: true }).nth(1).click();
    await deeds({ deed: 'comment', post, actor: 'Test GmbH' });
    await page.getByText('Good point').waitFor();
    expect((await editor.innerText()).trim()).toBe('');
    expect(await seen('sduiid=com.linkedin.sdui.comments.createComment')).toEqual([200]);
    await page.reload();
    await drawn();
    expect(await page.getByText('Good point').count()).toBe(0);
  });

  it('keeps a comment that the server refuses in the editor', async () => {
    await linkedIn.plan('commentSdui', { status: 500 });
    await open('/feed/');
    await page.locator('button:has(svg#comment-small)').first().click();
    await page.locator('.ProseMirror').pressSequentially('Good point');
    await page.getByRole('button', { name: 'Comment', exact: true }).nth(1).click();
    await steps({ step: 'comment refused', post });
    expect(await page.locator('.ProseMirror').innerText()).toBe('Good point');
    expect(linkedIn.deeds).toEqual([]);
  });

  for (const lang of ['en', 'de'] as const)
    it(`reacts in the new front end, in ${lang}`, async () => {
      await open('/feed/', { lang });
      const button = page.locator('button:has(svg#thumbs-up-outline-small)').first();
      const label = await button.getAttribute('aria-label');
      expect(label?.startsWith('Reaction button state')).toBe(lang === 'en');
      const outlines = page.locator('svg#thumbs-up-outline-small');
      const count = await outlines.count();
      await button.click();
      await deeds({ deed: 'react', post, reaction: 'like' });
      expect(await outlines.count()).toBe(count - 1);
      expect(await seen('sduiid=com.linkedin.sdui.reactions.create')).toEqual([200]);
      await page
        .getByRole('button', { name: words[lang].reacted.split('{')[0] ?? '' })
        .nth(0)
        .click();
      await vi.waitFor(async () =>
        expect(await seen('sduiid=com.linkedin.sdui.reactions.delete')).toEqual([200]),
      );
    });

  it('follows a person and a company', async () => {
    await open('/feed/', { front: 'classic' });
    const follow = (urn: string) => page.locator(`[data-urn="${urn}"]:visible button.follow`);
    await follow(post).click();
    await follow(company).click();
    await deeds({ deed: 'follow', post }, { deed: 'follow', post: company });
    expect(await follow(company).getAttribute('aria-pressed')).toBe('true');
    expect(await seen('feed.updateFollowState')).toEqual([200]);
    expect(await seen('feed/dash/followingStates')).toEqual([200]);
  });

  it('sends a post on, which is no message of its own', async () => {
    await open('/feed/', { front: 'classic' });
    await article().locator('.send-privately-button').click();
    await page.getByRole('button', { name: 'Send Carl Connected this post' }).click();
    await deeds({ deed: 'share', post, to: 'carl-connected' });
  });

  it('has keys of its own', async () => {
    await open('/feed/', { front: 'classic' });
    await page.keyboard.press('c');
    await steps({ step: 'comment box', post });
    await page.keyboard.type('slick');
    expect(await article().locator('.ql-editor').innerText()).toBe('slick');
    expect(linkedIn.deeds).toEqual([]);
    await article().locator('.update-components-text').click();
    await page.keyboard.press('l');
    await deeds({ deed: 'react', post, reaction: 'like' });
    await page.keyboard.press('s');
    await steps({ step: 'share', post });
  });
});

describe('Sales Navigator', () => {
  const lead = (slug: string) => `/sales/lead/${linkedIn.person(slug).lead},NAME_SEARCH,aB1c`;
  const overflow = () => page.locator('button[data-x--lead-actions-bar-overflow-menu]');
  const menu = () => page.locator('#hue-web-menu-outlet [id^="hue-menu-"]');
  const modal = () => page.locator('[data-sn-view-name="subpage-connect-modal"]');

  it('invites from a lead, and the menu says Pending afterwards', async () => {
    await open(lead('nora-beispiel'));
    await overflow().click();
    await menu().getByText('Connect', { exact: true }).click();
    await modal().locator('textarea#connect-cta-form__invitation').fill('Hello');
    await modal().locator('.connect-cta-form__cancel').click();
    await steps({ step: 'invite cancelled', ...nora });
    await overflow().click();
    await menu().getByText('Connect', { exact: true }).click();
    await modal().locator('button.connect-cta-form__send').click();
    await deeds({ deed: 'invite', ...nora, note: false, via: 'sales' });
    await modal().waitFor({ state: 'detached' });
    expect(await seen('/sales-api/salesApiConnection?action=connectV2')).toEqual([200]);
    await overflow().click();
    await menu().getByText('Connect — Pending').waitFor();
  });

  it('invites from a row, whose menu hangs elsewhere', async () => {
    await open('/sales/search/people', { lang: 'es' });
    await page.locator('button[data-search-overflow-trigger]').nth(1).click();
    expect(await menu().evaluate((element) => element.closest('li'))).toBeNull();
    expect(await menu().locator('a').getAttribute('href')).toContain('/in/tom-sample');
    await menu().getByText('Conectar', { exact: true }).click();
    await modal().locator('textarea').fill('Hola');
    await modal().locator('button.connect-cta-form__send').click();
    await deeds({ deed: 'invite', who: 'tom-sample', note: true, via: 'sales' });
  });

  it('meets the email gate and the limit', async () => {
    await open(lead('nora-beispiel'), { invite: 'email' });
    await overflow().click();
    await menu().getByText('Connect', { exact: true }).click();
    await modal().locator('#connect-cta-form__email').fill('nora@example.com');
    await modal().locator('button.connect-cta-form__send').click();
    await steps({ step: 'email refused', ...nora });
    await open(lead('nora-beispiel'), { invite: 'limit' });
    await overflow().click();
    await menu().getByText('Connect', { exact: true }).click();
    await modal().locator('button.connect-cta-form__send').click();
    await page.locator('.fuse-limit-alert__header').waitFor();
    expect(asked()).toEqual([['salesInvite', 429]]);
    expect(linkedIn.deeds).toEqual([]);
  });

  for (const salesForm of ['empties', 'closes'] as const)
    it(`sends an InMail from a form that then ${salesForm}`, async () => {
      await open(lead('nora-beispiel'), { salesForm });
      expect(await page.locator('[role="alert"]').first().innerText()).toContain('CRM');
      await page.locator('button[data-anchor-send-inmail]').click();
      const form = page.locator('form[data-x-conversation-widget="compose-form"]');
      await form.locator('input[name="subject"]').fill('An idea');
      await form.locator('textarea[name="message"]').fill('Hello');
      await form.locator('button:not([disabled])').last().click();
      await deeds({ deed: 'message', ...nora, inmail: true, place: 'sales' });
      await page.locator('article:has([aria-label="Message from you"])').waitFor();
      expect(await seen('/sales-api/salesApiMessageActions?action=createMessage')).toEqual([200]);
      if (salesForm === 'closes') expect(await form.count()).toBe(0);
      else expect(await form.locator('textarea').inputValue()).toBe('');
    });

  it('messages a connection, fails, and closes over a draft', async () => {
    await linkedIn.plan('salesMessage', { status: 500, times: 1 });
    await open('/sales/search/people');
    await page.locator('button[data-anchor-send-message]').nth(2).click();
    const form = page.locator('form[data-x-conversation-widget="compose-form"]');
    expect(await form.locator('input').count()).toBe(0);
    await form.locator('textarea').fill('Hello');
    await form.locator('button').last().click();
    await steps({ step: 'message failed', who: 'carl-connected' });
    expect(await form.locator('textarea').inputValue()).toBe('Hello');
    await form.locator('button').last().click();
    const sent = { deed: 'message', who: 'carl-connected', place: 'sales' };
    await deeds(sent);
    await form.locator('textarea').fill('never mind');
    await page.locator('[data-control-name="overlay.close_overlay"]').click();
    await steps({ step: 'conversation closed', who: 'carl-connected' });
    expect(linkedIn.deeds).toEqual([sent]);
  });

  it('messages from the inbox, and saves a lead', async () => {
    await open('/sales/inbox');
    await page.locator('textarea[name="message"]').fill('Hello');
    await page.locator('form button').last().click();
    const sent = { deed: 'message', who: 'carl-connected', place: 'sales' };
    await deeds(sent);
    await open(lead('tom-sample'));
    await page.locator('[data-x--lead-save-cta]').click();
    await deeds(sent, { deed: 'save lead', who: 'tom-sample' });
    expect(await page.locator('[data-x--lead-save-cta]').innerText()).toBe('Saved');
  });
});

describe('shared pages', () => {
  it('are served as they are, and missed aloud', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shared-pages-'));
    await writeFile(join(folder, 'one.html'), '<!doctype html><title>As it is</title>');
    linkedIn.serveShared({ '/in/test-person-1/': 'one.html' }, folder);
    await page.goto(`${origin}/in/test-person-1/`);
    expect(await page.title()).toBe('As it is');
    expect(() => {
      linkedIn.serveShared({ '/feed/': 'two.html' }, folder);
    }).toThrow('FOOTHOLD_SHARED_PAGES');
    await rm(folder, { recursive: true });
  });
});
