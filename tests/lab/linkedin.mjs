import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { people } from '../pages/linkedin/people.js';
import { purposeOf, requests } from '../pages/linkedin/requests.js';
import { words } from '../pages/linkedin/words.js';
import { root } from './steps.mjs';

/**
 * LinkedIn and Sales Navigator as far as the evidence goes, at their true origin, answered from `tests/pages`. The pages
 * do what a rep asks of them; the lab writes down what they did, what they asked the server, and lets a test decide how
 * the server takes it.
 *
 * @typedef {object} Look how the pages loaded from now on look
 * @property {'en' | 'de' | 'es' | 'ar'} lang
 * @property {'sdui' | 'classic'} front which of the two front ends a surface has, where it has both
 * @property {'open' | 'closed' | 'light'} shadow the interop root, or none of it
 * @property {boolean} lateShadow the interop root is made when something first needs it
 * @property {'gate' | 'email' | 'limit' | 'premium'} invite what stands in the way of an invitation
 * @property {'stays' | 'leaves'} afterDirect an invite page sent from stays where it is, or leads on to the profile
 * @property {'one-click' | 'dialog'} grow what Connect does under My Network
 * @property {boolean} viewNames lists of invitations carry `data-view-name`
 * @property {'click' | 'hint' | 'bare' | 'radio'} sendMode a message goes by button, or by Enter: which is told by a hint,
 *   by the missing button alone, or by the chosen radio alone
 * @property {boolean} optimistic a message shows before the server has it
 * @property {string[]} bubbles slugs whose conversations are open over the page
 * @property {'empties' | 'closes'} salesForm what becomes of Sales Navigator's form after a send
 * @property {string | undefined} actor a company page that comments in the rep's place
 * @property {number} toastFor ms until a notice leaves
 *
 * @typedef {object} Plan how requests of one purpose go; no plan: all is well
 * @property {number} [status] of the answer
 * @property {number} [delay] ms until the answer
 * @property {boolean} [refused] answers 200, and the answer says no
 * @property {boolean} [lost] answers well and keeps nothing: a reload shows it
 * @property {boolean} [silent] the page shows the outcome and asks nothing
 * @property {boolean} [inert] the page asks and shows nothing
 * @property {number} [times] holds for so many requests (of what the server does, not of `silent` and `inert`)
 *
 * @typedef {keyof typeof requests} Purpose
 * @typedef {{ purpose: Purpose, method: string, url: string, status: number, body: Record<string, unknown> }} Asked
 * @typedef {{ deed: string, who?: string, [detail: string]: unknown }} Deed
 * @typedef {{ step: string, who?: string, [detail: string]: unknown }} Step
 * @typedef {typeof people[number] & { following?: boolean, saved?: boolean }} Person
 */

export const origin = 'https://www.linkedin.com';
const home = join(root, 'tests', 'pages');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Addresses and the page that lies there; `*`: one page for each front end. */
const pages = /** @type {const} */ ([
  [/^\/in\/[^/]+\/$/, 'linkedin/profile.*.html'],
  [/^\/search\/results\/(people|all)\/$/, 'linkedin/search.*.html'],
  [/^\/mynetwork\/(grow\/)?$/, 'linkedin/grow.html'],
  [/^\/mynetwork\/invitation-manager\/(received\/)?$/, 'linkedin/received.html'],
  [/^\/mynetwork\/catch-up\/all\/$/, 'linkedin/catch-up.html'],
  [/^\/messaging\/(thread\/[^/]+\/|compose\/)?$/, 'linkedin/messaging.html'],
  [/^\/feed\/(update\/[^/]+\/)?$/, 'linkedin/feed.*.html'],
  [/^\/preload\/(search-)?custom-invite\/$/, 'linkedin/invite.html'],
  [/^\/sales\/lead\/[^/]+$/, 'sales-navigator/lead.html'],
  [/^\/sales\/search\/people$/, 'sales-navigator/search.html'],
  [/^\/sales\/inbox\/?/, 'sales-navigator/inbox.html'],
]);

/** @type {Look} */
const plain = {
  lang: 'en',
  front: 'sdui',
  shadow: 'open',
  lateShadow: false,
  invite: 'gate',
  afterDirect: 'leaves',
  grow: 'one-click',
  viewNames: true,
  sendMode: 'click',
  optimistic: true,
  bubbles: [],
  salesForm: 'empties',
  actor: undefined,
  toastFor: 8000,
};

/**
 * Serves LinkedIn to every page of the context.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {Partial<Look>} [look]
 */
export async function serveLinkedIn(context, look = {}) {
  const linkedIn = new LinkedIn(context, look);
  await context.exposeBinding('labTold', ({ page }, list, entry) =>
    linkedIn.told(page, list, entry),
  );
  await context.route(`${origin}/**`, (route) => linkedIn.answer(route));
  return linkedIn;
}

export class LinkedIn {
  /** @type {Deed[]} what the pages did for the rep, in order, as they showed it */
  deeds = [];
  /** @type {Step[]} what led there or away: opened, cancelled, refused */
  steps = [];
  /** @type {Purpose[]} what the pages asked, in order, answered or not */
  asked = [];
  /** @type {Asked[]} the same, in order of the answers */
  requests = [];
  /** @type {string[]} what a page asked for that nobody here knows; a test expects none */
  unknown = [];

  /** @type {Partial<Record<Purpose, Plan>>} */
  #plans = {};
  /** @type {Map<string, string>} */
  #shared = new Map();
  #context;
  #look;
  #stock = stock();
  /** @type {Set<import('playwright-core').Route>} */
  #waiting = new Set();
  /** @type {import('playwright-core').Page | undefined} */
  #heard;

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {Partial<Look>} look
   */
  constructor(context, look) {
    this.#context = context;
    this.#look = { ...plain, ...look };
  }

  /**
   * How pages look that are loaded from now on; what is not named is plain.
   *
   * @param {Partial<Look>} [look]
   */
  use(look = {}) {
    this.#look = { ...plain, ...look };
  }

  /**
   * Forgets everything: plans, looks, lists, and what the server knows. Pages that are open do not notice.
   *
   * @param {import('playwright-core').Page} [page] the only one whose doings are kept from now on; none: all are
   */
  reset(page) {
    this.#heard = page;
    this.#plans = {};
    this.#stock = stock();
    this.#shared.clear();
    this.use();
    this.deeds = [];
    this.steps = [];
    this.asked = [];
    this.requests = [];
  }

  /**
   * How requests of that purpose go from now on, in open pages too.
   *
   * @param {Purpose} purpose
   * @param {Plan} [plan] none: all is well again
   */
  async plan(purpose, plan = {}) {
    this.#plans[purpose] = { ...plan };
    for (const page of this.#context.pages())
      if (page.url().startsWith(origin))
        await page.evaluate(([purpose, plan]) => {
          const { lab } = /** @type {any} */ (window);
          if (lab) lab.plans[purpose] = plan;
        }, /** @type {const} */ ([purpose, plan]));
  }

  /**
   * Puts files of the folder of shared pages, unchanged, at addresses of LinkedIn. They run no script of ours.
   *
   * @param {Record<string, string>} files file names by path: `{ '/in/test-person-1/': 'linkedin-messaging.html' }`
   * @param {string} [folder] beside the repository, unless FOOTHOLD_SHARED_PAGES or the caller knows better
   */
  serveShared(
    files,
    folder = process.env.FOOTHOLD_SHARED_PAGES ?? join(root, '..', 'shared', 'pages'),
  ) {
    for (const [path, name] of Object.entries(files)) {
      const file = resolve(folder, name);
      if (!existsSync(file))
        throw new Error(
          `no shared page ${file}: name the folder of the shared pages in FOOTHOLD_SHARED_PAGES`,
        );
      this.#shared.set(path, file);
    }
  }

  /** @param {string} slug @returns {Person} what the server knows about somebody */
  person(slug) {
    const found = this.#stock.people.find((somebody) => somebody.slug === slug);
    if (!found) throw new Error(`nobody here is called ${slug}`);
    return found;
  }

  /** A label of the pages in a language: what a rep reads. @param {keyof typeof words['en']} word */
  say(word, fills = /** @type {Record<string, string | number>} */ ({})) {
    return words[this.#look.lang][word].replace(/\{(\w+)\}/g, (_, name) => String(fills[name]));
  }

  /**
   * The middle of the first visible match in the interop root, closed or open, for a real click there.
   *
   * @param {import('playwright-core').Page} page
   * @param {string} selector
   * @returns {Promise<{ x: number, y: number }>}
   */
  async pointIn(page, selector) {
    const found = await page.waitForFunction((selector) => {
      const { interop } = /** @type {any} */ (window).lab.roots;
      for (const match of interop?.querySelectorAll(selector) ?? []) {
        const { left, top, width, height } = match.getBoundingClientRect();
        if (width && height) return { x: left + width / 2, y: top + height / 2 };
      }
      return undefined;
    }, selector);
    return /** @type {{ x: number, y: number }} */ (await found.jsonValue());
  }

  /** @param {import('playwright-core').Page} page @param {string} selector */
  async clickIn(page, selector) {
    const { x, y } = await this.pointIn(page, selector);
    await page.mouse.click(x, y);
  }

  /** @param {import('playwright-core').Page} page @param {'deeds' | 'steps'} list @param {any} entry */
  told(page, list, entry) {
    if (this.#hears(page)) this[list].push(entry);
  }

  /** @param {import('playwright-core').Page} page */
  #hears(page) {
    return !this.#heard || this.#heard === page;
  }

  /** @param {import('playwright-core').Route} route */
  async answer(route) {
    const request = route.request();
    const url = new URL(request.url());
    const purpose = purposeOf(request.method(), url, request.headers()['x-lab-purpose']);
    if (purpose) return this.#act(route, /** @type {Purpose} */ (purpose));
    if (url.pathname.startsWith('/static/')) return this.#file(route, url.pathname.slice(8));
    return this.#page(route, url);
  }

  /** Answers nothing any more: with the context's end, what still waits would go to the network. */
  async end() {
    // A page that has gone on waits for nothing.
    await Promise.all([...this.#waiting].map((route) => route.abort().catch(() => undefined)));
  }

  /** @param {import('playwright-core').Route} route @param {Purpose} purpose */
  async #act(route, purpose) {
    const request = route.request();
    // A late answer belongs to what was known when it was asked for, though that is forgotten by then.
    const known = this.#stock;
    const { asked, requests: answers } = this.#hears(request.frame().page())
      ? this
      : { asked: [], requests: [] };
    asked.push(purpose);
    const plan = this.#plans[purpose] ?? {};
    if (plan.times !== undefined && (plan.times -= 1) < 0) this.#plans[purpose] = {};
    const {
      delay = 0,
      refused = false,
      lost = false,
      status = requests[purpose].status ?? 200,
    } = this.#plans[purpose] ?? {};
    this.#waiting.add(route);
    if (delay) await new Promise((passed) => setTimeout(passed, delay));
    this.#waiting.delete(route);
    const limited =
      /^(invite|inviteWithNote|salesInvite)$/.test(purpose) && this.#look.invite === 'limit';
    const answered = limited ? 429 : status;
    const body = request.postData() ? JSON.parse(request.postData() ?? '{}') : {};
    if (answered < 300 && !refused && !lost) keep(known, purpose, body);
    answers.push({
      purpose,
      method: request.method(),
      url: request.url(),
      status: answered,
      body,
    });
    // The page may be gone by now.
    await route
      .fulfill({
        status: answered,
        contentType: 'application/json',
        body: JSON.stringify({ refused }),
      })
      .catch(() => undefined);
  }

  /** @param {import('playwright-core').Route} route @param {string} path */
  async #file(route, path) {
    const file = join(home, path);
    if (!file.startsWith(home) || !existsSync(file)) {
      this.unknown.push(route.request().url());
      return route.fulfill({ status: 404 });
    }
    return route.fulfill({
      contentType: types[/** @type {'.js'} */ (extname(file))],
      headers: { 'content-security-policy': policy },
      body: await readFile(file),
    });
  }

  /** @param {import('playwright-core').Route} route @param {URL} url */
  async #page(route, url) {
    const shared = this.#shared.get(url.pathname);
    const answer = { contentType: 'text/html', headers: { 'content-security-policy': policy } };
    if (shared) return route.fulfill({ ...answer, body: await readFile(shared) });

    const byId = this.#stock.people.find(({ id }) => url.pathname === `/in/${id}/`);
    const name = pages.find(([path]) => path.test(url.pathname))?.[1];
    if (!name) {
      this.unknown.push(url.href);
      return route.fulfill({ ...answer, status: 404, body: '<!doctype html><title>404</title>' });
    }
    const look = this.#look;
    const both = name.includes('*');
    const text = await readFile(join(home, name.replace('*', look.front)), 'utf8');
    const bootstrap = {
      ...this.#stock,
      ...look,
      front: both ? look.front : /data-front="classic"/.test(text) ? 'classic' : 'sdui',
      dir: words[look.lang].dir,
      moved: byId && `/in/${byId.slug}/`,
      plans: this.#plans,
    };
    const body = text
      .replace('<html', `<html lang="${look.lang}" dir="${words[look.lang].dir}"`)
      .replace('hidden></code>', () => `hidden>${escaped(JSON.stringify(bootstrap))}</code>`);
    return route.fulfill({ ...answer, body });
  }
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What the server knows at the start. */
function stock() {
  const everybody = people.map((somebody) => /** @type {Person} */ ({ ...somebody }));
  /** @type {Record<string, { own: boolean, text: string, urn: string }[]>} */
  const threads = {};
  for (const { slug, relation } of everybody)
    threads[slug] =
      relation === 'connected'
        ? [
            { own: false, text: 'hi', urn: `urn:li:msg_message:${slug}-1` },
            { own: true, text: 'hello', urn: `urn:li:msg_message:${slug}-2` },
          ]
        : [];
  return { people: everybody, threads, posts: posts() };
}

/** @typedef {{ urn: string, by: string, text: string, reaction?: string }} Remark */

function posts() {
  const urn = (/** @type {number} */ number) =>
    `urn:li:activity:${7_400_000_000_000_000_000n + BigInt(number)}`;
  /** @type {Remark[]} */
  const remarks = [{ urn: `urn:li:comment:(${urn(1)},1)`, by: 'Tom Sample', text: 'Well put.' }];
  return [
    {
      urn: urn(1),
      by: 'nora-beispiel',
      text: 'We moved offices.',
      following: false,
      comments: remarks,
    },
    {
      urn: urn(2),
      by: '',
      company: 'test-gmbh',
      text: 'We are hiring.',
      following: false,
      comments: /** @type {Remark[]} */ ([]),
    },
  ].map((post) => ({ ...post, reaction: /** @type {string | undefined} */ (undefined) }));
}

/**
 * What the server remembers of a request that it took.
 *
 * @param {ReturnType<typeof stock>} stock
 * @param {Purpose} purpose
 * @param {any} body
 */
function keep({ people, threads, posts }, purpose, body) {
  const them = people.find(({ slug }) => slug === body.who);
  if (them) {
    if (/^(invite|inviteWithNote|salesInvite)$/.test(purpose)) them.relation = 'pending';
    if (purpose === 'accept') them.relation = 'connected';
    if (purpose === 'ignore') them.relation = 'none';
    if (purpose === 'follow') them.following = body.following;
    if (purpose === 'salesSave') them.saved = true;
    // Not `withdraw`: seen on 2026-10-09 to be Pending again after a reload.
    if (/^(message|greet|salesMessage)$/.test(purpose))
      threads[them.slug]?.push({
        own: true,
        text: body.text,
        urn: `urn:li:msg_message:${randomUUID()}`,
      });
  }
  const remarks = posts.flatMap(({ comments }) => comments);
  const thing = [...posts, ...remarks].find(({ urn }) => urn === body.post);
  const post = posts.find(({ urn }) => urn === body.post);
  if (thing && /^(un)?react/.test(purpose)) thing.reaction = body.reaction;
  if (post && /^follow(Feed|Company)$/.test(purpose)) post.following = body.following;
  if (post && /^comment/.test(purpose))
    post.comments.push({
      urn: `urn:li:comment:(${body.post},${randomUUID()})`,
      by: body.actor ?? 'Robin Muster',
      text: body.text,
    });
}
