import { composeLink, connectButton, connectLink, pendingButton, wire } from './controls.js';
import { inviteAtOnce } from './invite.js';
import { draw as fill, hashed, markup, on, person, t, uuid, watch } from './page.js';

const found = [
  'nora-beispiel',
  'tom-sample',
  'lucia-ejemplo',
  'abd-al-rahman-mithal',
  'paula-pendiente',
  'carl-connected',
  'flora-follow',
];
/** Some rows send at once (V for My Network, S for search). */
const atOnce = 'lucia-ejemplo';

const control = (them) => {
  if (them.relation === 'pending') return pendingButton(them);
  if (them.relation === 'connected') return composeLink(them);
  if (them.relation === 'follow')
    return markup`<button type="button" aria-label="${t('followLabel', them)}">${t('follow')}</button>`;
  if (them.slug === atOnce) return connectButton(them);
  return them.relation === 'withdrawn'
    ? connectButton(them)
    : connectLink(them, markup``, 'search-custom-invite');
};

export function draw(main, signal) {
  document.title = 'Search | LinkedIn';

  const row = (
    them,
  ) => markup`<div componentkey="${uuid()}" class="${hashed('row')}"><div componentkey="SearchResults${them.id}" role="listitem">
    <p><a href="https://www.linkedin.com/in/${them.slug}/">${them.name}</a><span> • ${them.relation === 'connected' ? '1st' : '2nd'}</span></p>${control(them)}</div></div>`;
  const again = () =>
    fill(
      main,
      markup`<div data-sdui-screen="com.linkedin.sdui.flagshipnav.search.SearchResultsPeople"><div role="list">${found.map((slug) => row(person(slug)))}</div></div>`,
    );
  again();
  watch(again, signal);
  wire(main, signal, () => 'search');
  on(
    main,
    'click',
    'button[componentkey$="_connect"]',
    (_, { dataset }) => inviteAtOnce(person(dataset.labWho), { via: 'search' }),
    signal,
  );
}
