import { openInvite } from './invite.js';
import { classicIcon, draw as fill, emberId, markup, on, person, t, watch } from './page.js';

const found = ['nora-beispiel', 'tom-sample', 'paula-pendiente', 'carl-connected', 'flora-follow'];

/** No address and no icon to tell one from another (V, 2026-05-18): an invite button is its label. A pending one has a clock. */
const button = (them, word, label, icon = markup``) =>
  markup`<button id="${emberId()}" class="artdeco-button artdeco-button--2 artdeco-button--secondary ember-view" type="button" aria-label="${label}" data-lab-who="${them.slug}" data-lab-act="${word}">${icon}<span class="artdeco-button__text">${t(word)}</span></button>`;

const control = (them) => {
  if (them.relation === 'pending')
    return button(them, 'pending', t('pendingLabel', them), classicIcon('clock-small'));
  if (them.relation === 'connected') return button(them, 'message', t('message'));
  if (them.relation === 'follow') return button(them, 'follow', t('followLabel', them));
  return button(them, 'connect', t('invite', them));
};

export function draw(main, signal) {
  document.title = 'Search | LinkedIn';
  const row = (
    them,
  ) => markup`<li><div data-chameleon-result-urn="urn:li:member:${them.member}" data-view-name="search-entity-result-universal-template">
    <span class="entity-result__title-text"><a href="https://www.linkedin.com/in/${them.slug}?miniProfileUrn=urn%3Ali%3Afsd_profile%3A${them.id}" data-test-app-aware-link=""><span dir="ltr"><span aria-hidden="true">${them.name}</span><span class="visually-hidden">${them.name}</span></span></a></span>
    <div class="entity-result__actions">${control(them)}</div></div></li>`;
  const again = () =>
    fill(
      main,
      markup`<div class="search-results-container"><ul role="list" class="list-style-none">${found.map((slug) => row(person(slug)))}</ul></div>`,
    );
  again();
  watch(again, signal);
  on(
    main,
    'click',
    '[data-lab-act="connect"]',
    (_, { dataset }) => openInvite(person(dataset.labWho), { via: 'search' }),
    signal,
  );
}
