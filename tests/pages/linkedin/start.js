import { interop } from './interop.js';
import { openBubble } from './messaging.js';
import { element, markup, me, on, person, state, step, t } from './page.js';

/*
 * The application around the surfaces: one document, in which links change the address and the main part. What lies
 * over it (bubbles, modals, notices) outlives the change.
 */
let leaving = new AbortController();

async function show() {
  leaving = new AbortController();
  document.documentElement.lang = state.lang;
  document.documentElement.dir = state.dir;
  if (state.moved) history.replaceState({}, '', state.moved);
  const { surface } = document.querySelector('main').dataset;
  const { draw: open } = await import(`./${surface}.js`);
  open(document.querySelector('main'), leaving.signal);
  document.querySelector('main').dataset.drawn = '';
}

async function go(address) {
  const answer = await fetch(address, { headers: { 'x-lab-soft': '1' } });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  leaving.abort();
  const { plans } = state;
  Object.assign(state, JSON.parse(next.querySelector('#bootstrap').textContent), { plans });
  document.title = next.title;
  document.querySelector('main').replaceWith(next.querySelector('main'));
  await show();
}

const soft = /^\/(in|feed|mynetwork|search|messaging\/thread)\b/;

window.addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node.localName === 'a');
  if (event.defaultPrevented || !link || link.origin !== location.origin) return;
  if (!soft.test(link.pathname) || link.pathname.includes('/edit/')) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  go(link.href);
});
window.addEventListener('popstate', () => go(location.href));

function frame() {
  document.body.prepend(
    element(
      markup`<nav>
        <a href="/feed/">Home</a> <a href="/mynetwork/grow/">Network</a>
        <a href="/in/${me().slug}/">${me().name}</a>
      </nav>`,
    ),
  );
  // A dialog that is there, closed, and no business of anybody's: `[role=dialog]` matches it (V).
  document.body.append(
    element(
      markup`<div role="dialog" class="artdeco-modal" aria-hidden="true" hidden>
        <h2>Ad</h2>
        <div class="artdeco-modal__actionbar">
          <button class="artdeco-button artdeco-button--primary">${t('send')}</button>
        </div>
      </div>`,
    ),
  );
  if (state.front === 'sdui')
    document.body.append(
      element(
        markup`<section id="toasts">
          <h2 class="visually-hidden" data-testid="toasts-title">
            ${t('notifications', { count: 0 })}
          </h2>
        </section>`,
      ),
    );
}

frame();
if (!state.lateShadow) interop();
on(document, 'click', 'a[href*="/messaging/compose/"]', (event, link) => {
  event.preventDefault();
  document.querySelector('[data-floating-ui-portal]')?.remove();
  const to = new URL(link.href).searchParams.get('recipient');
  if (to) openBubble(state.people.find(({ id }) => id === to));
  else step('profile to share');
});
for (const slug of state.bubbles) openBubble(person(slug));
await show();
