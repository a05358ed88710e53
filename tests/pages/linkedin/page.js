import { requests } from './requests.js';
import { words } from './words.js';

/** What the server knows when the page loads, and how this page is to look. Read again on every soft navigation. */
export const state = JSON.parse(document.querySelector('#bootstrap').textContent);

/** How the next requests go, by purpose; the lab changes it while the page is open. */
window.lab = { plans: state.plans, roots: {} };

class Markup {
  constructor(text) {
    this.text = text;
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const textOf = (value) => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return value === undefined || value === false ? '' : escaped(String(value));
};

/** Markup with everything but markup escaped: ``markup`<p>${name}</p>` ``. */
export const markup = (strings, ...values) =>
  new Markup(strings.map((string, at) => string + textOf(values[at])).join(''));

export function element(drawing) {
  const template = document.createElement('template');
  template.innerHTML = drawing.text.trim();
  // Out of the template's own document at once: a shadow root made there keeps no style sheet here.
  return document.importNode(template.content.firstElementChild, true);
}

export const draw = (place, drawing) => (place.innerHTML = textOf(drawing));

/** A word in the page's language. */
export const t = (word, fills = {}) =>
  words[state.lang][word].replace(/\{(\w+)\}/g, (_, name) => fills[name]);

const hashes = new Map();
const random = () => Math.random().toString(16).slice(2, 10).padStart(8, '0');

/** A class as the new front end makes them: another one on each load. */
export function hashed(name) {
  if (!hashes.has(name)) hashes.set(name, `_${random()}`);
  return hashes.get(name);
}

let ember = Math.floor(Math.random() * 500);
export const emberId = () => `ember${(ember += 1)}`;
export const uuid = () => crypto.randomUUID();

/** The icon of the new front end, named by its id; the classic one says it in an attribute and a `use`. */
export const icon = (name) =>
  markup`<svg id="${name}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 7h12v2H2z"></path>
  </svg>`;
export const classicIcon = (name) =>
  markup`<svg
    role="none"
    aria-hidden="true"
    class="artdeco-button__icon"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    data-supported-dps="16x16"
    data-test-icon="${name}"
  >
    <use href="#${name}" width="16" height="16"></use>
  </svg>`;

export const person = (slug) => state.people.find((somebody) => somebody.slug === slug);
export const personOfId = (id) => state.people.find((somebody) => somebody.id === id);
export const me = () => state.people.find(({ relation }) => relation === 'me');

const watchers = new Set();

/** Draws again whenever what the page knows about somebody changes. */
export function watch(draws, signal) {
  watchers.add(draws);
  signal?.addEventListener('abort', () => watchers.delete(draws));
}

export function relate(somebody, change) {
  Object.assign(somebody, change);
  for (const draws of watchers) draws();
}

/** A listener for what matches inside; `closest` stops at a shadow root, and so do we. */
export function on(root, type, selector, listener, signal) {
  root.addEventListener(
    type,
    (event) => {
      const target = event.target.closest?.(selector);
      if (target && root.contains(target)) listener(event, target);
    },
    { signal },
  );
}

let scripted = false;
// Not `submit`: it is trusted even after a scripted click.
for (const type of ['click', 'keydown'])
  window.addEventListener(type, (event) => (scripted = !event.isTrusted), { capture: true });

/** Tells the lab what the page has done for the rep, once it shows it. */
export function did(deed, details = {}) {
  window.labTold?.('deeds', { deed, ...details, ...(scripted && { scripted }) });
}

/** Tells the lab of what is no deed: opened, cancelled, refused. */
export function step(name, details = {}) {
  window.labTold?.('steps', { step: name, ...details });
}

/**
 * Asks the server. Answers `done`, `failed`, or `unmoved` where the lab wants a page that asks and then shows nothing.
 * With the plan `silent` nothing is asked and the page behaves as if it had been.
 */
export async function ask(purpose, body = {}) {
  const plan = window.lab.plans[purpose] ?? {};
  if (plan.silent) return 'done';
  const { url, method = 'POST' } = requests[purpose];
  const address = url.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(body[name]));
  const headers = { 'content-type': 'application/json', 'x-lab-purpose': purpose };
  const text = method === 'GET' ? undefined : JSON.stringify(body);
  const answer = await (address.startsWith('/flagship-web/') ? byFetch : byXhr)(address, {
    method,
    headers,
    body: text,
  }).catch(() => ({ status: 0 }));
  if (plan.inert) return 'unmoved';
  return answer.status >= 200 && answer.status < 300 && !answer.refused ? 'done' : 'failed';
}

/** Whether the page may show the outcome before the server has answered. */
export const moves = (purpose) => !window.lab.plans[purpose]?.inert;

async function byFetch(address, init) {
  const answer = await fetch(address, init);
  return { status: answer.status, ...(answer.ok && (await answer.json())) };
}

function byXhr(address, { method, headers, body }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () =>
      resolve({
        status: request.status,
        ...(request.status < 300 && JSON.parse(request.responseText || '{}')),
      });
    request.onerror = reject;
    request.send(body);
  });
}

/** A notice, in the manner of the page's front end. `where`: a dialog brings its own notices (V of 2026-10-09). */
export function toast(kind, text, where = document) {
  (state.front === 'classic' ? classicToast : sduiToast)(kind, text, where);
}

function sduiToast(kind, text, where) {
  const section = where.querySelector('section:has(> [data-testid="toasts-title"])');
  const notice = element(
    markup`<div style="opacity: 1">
      <div tabindex="0" aria-hidden="false">
        <div role="alert">
          <div>
            <div><p>${text}</p></div>
            <button type="button" aria-label="${t('dismiss')}">×</button>
          </div>
        </div>
      </div>
    </div>`,
  );
  const count = () => {
    const notices = section.querySelectorAll('[role="alert"]').length;
    section.querySelector('h2').textContent = t('notifications', { count: notices });
  };
  const leave = () => {
    notice.remove();
    count();
  };
  section.append(notice);
  count();
  notice.querySelector('button').addEventListener('click', leave);
  setTimeout(leave, state.toastFor);
}

function classicToast(kind, text) {
  let place = document.querySelector('#artdeco-toasts-wormhole');
  if (!place) {
    place = element(
      markup`<section id="artdeco-toasts-wormhole" class="artdeco-toasts">
        <ul class="artdeco-toasts_toasts"></ul>
      </section>`,
    );
    document.body.append(place);
  }
  const notice = element(
    markup`<li
      class="artdeco-toast-item artdeco-toast-item--visible"
      role="alert"
      data-test-artdeco-toast-item-type="${kind}"
    >
      <p class="artdeco-toast-item__message">${text}</p>
      <button type="button" class="artdeco-toast-item__dismiss" aria-label="${t('dismiss')}">
        ×
      </button>
    </li>`,
  );
  place.querySelector('ul').append(notice);
  notice.querySelector('button').addEventListener('click', () => notice.remove());
  setTimeout(() => notice.remove(), state.toastFor);
}
