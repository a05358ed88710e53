import { composeLink, connectButton, connectLink, pendingLink, shown, wire } from './controls.js';
import {
  ask,
  did,
  draw as fill,
  element,
  hashed,
  markup,
  icon,
  moves,
  on,
  relate,
  state,
  step,
  t,
  toast,
  uuid,
  watch,
} from './page.js';

const away = markup`style="display:none"`;
const item = markup`role="menuitem"`;

/** What the card offers, by how the two stand. */
const actions = {
  none: (them) => markup`${composeLink(them)}${connectLink(them)}${connectLink(them, away)}`,
  follow: (them) => markup`${followButton(them)}${composeLink(them)}`,
  pending: (them) => markup`${composeLink(them)}${pendingLink(them)}${pendingLink(them, away)}`,
  withdrawn: (them) =>
    markup`${composeLink(them)}${connectButton(them)}${connectButton(them, away)}`,
  connected: (them) => composeLink(them),
  me: ({ slug }) =>
    markup`<a class="${hashed('action')}" href="/in/${slug}/edit/intro/">${icon('edit-small')}</a>`,
};

const followButton = (them) =>
  them.following
    ? markup`<button
        type="button"
        class="${hashed('action')}"
        aria-label="${t('followingLabel', them)}"
        data-lab-follow
      >
        ${t('following')}
      </button>`
    : markup`<button
        type="button"
        class="${hashed('action')}"
        aria-label="${t('followLabel', them)}"
        data-lab-follow
      >
        ${icon('add-small')}${t('follow')}
      </button>`;

const more = markup`<button type="button" class="${hashed('action')}" aria-expanded="false" data-lab-more>
  <span><span>${t('more')}</span></span>
</button>`;

const card = (them) =>
  markup` <div
    componentkey="com.linkedin.sdui.profile.card.ref${them.id}Topcard"
    class="${hashed('card')}"
  >
    <section componentkey="com.linkedin.sdui.profile.card.ref${them.id}Topcard">
      <h2>${them.name}</h2>
      <p style="display:none">· 1st</p>
      <p>· ${them.relation === 'connected' ? '1st' : '2nd'}</p>
      ${them.relation === 'incoming' ? incoming(them) : markup`<div>${actions[them.relation](them)}${more}<button aria-label="${t('more')}" style="display:none"></button></div>`}
    </section>
  </div>`;

const incoming = (them) =>
  markup`<div>
    <button
      type="button"
      class="${hashed('action')}"
      aria-label="${t('acceptLabel', them)}"
      data-lab-answer="accept"
    >
      ${t('accept')}
    </button>
    <button
      type="button"
      class="${hashed('action')}"
      aria-label="${t('ignoreLabel', them)}"
      data-lab-answer="ignore"
    >
      ${t('ignore')}
    </button>
    ${more}
  </div>`;

const menu = (them) =>
  markup`<div data-floating-ui-portal="">
    <div role="menu" class="${hashed('menu')}">
      <a role="menuitem" href="/messaging/compose/?screenContext=NON_SELF_PROFILE_VIEW&amp;body=x"
        >${t('sendProfile')}</a
      >
      <div role="menuitem" tabindex="0">${t('savePdf')}</div>
      ${them.relation === 'follow' ? connectLink(them, item) : markup``}
    </div>
  </div>`;

/** Others beside the profile, in controls that look the same: nine more links, a button, a Pending. */
function others(them) {
  const rest = state.people.filter(
    ({ slug, relation }) =>
      slug.endsWith('-sidebar') && relation !== 'connected' && slug !== them.slug,
  );
  const [first, ...links] = rest.filter(
    ({ relation }) => relation === 'none' || relation === 'withdrawn',
  );
  const row = (one, control) =>
    markup`<li>
      <a href="/in/${one.slug}/"><strong>${one.name}</strong></a> ${control}
    </li>`;
  const linked = (one) =>
    row(one, one.relation === 'withdrawn' ? connectButton(one) : connectLink(one));
  return markup`<aside>
    <section componentkey="${uuid()}">
      <h2>${t('profilesForYou')}</h2>
      <ul>
        ${[first, ...links].filter(Boolean).map(linked)}
      </ul>
    </section>
    <section componentkey="${uuid()}">
      <h2>${t('mayKnow')}</h2>
      <ul>
        ${rest.filter(({ relation }) => relation === 'pending').map((one) => row(one, pendingLink(one)))}
      </ul>
    </section>
  </aside>`;
}

export function draw(main, signal) {
  const them = shown();
  document.title = `${them.name} | LinkedIn`;
  const again = () =>
    fill(
      main,
      markup`<div class="sticky">
          <button type="button" class="${hashed('action')}" data-lab-more>${t('more')}</button
          >${them.relation === 'me' ? markup`` : composeLink(them)}${them.relation === 'pending' ? pendingLink(them) : markup``}
        </div>
        ${card(them)}${others(them)}`,
    );
  again();
  watch(again, signal);

  const via = (control) => {
    if (control.closest('[role="menu"]')) return 'menu';
    return control.closest('aside') ? 'sidebar' : 'profile';
  };
  wire(main, signal, via);

  on(
    main,
    'click',
    '[data-lab-more]',
    () => {
      document.querySelector('[data-floating-ui-portal]')?.remove();
      const portal = element(menu(them));
      document.body.append(portal);
      wire(portal, signal, via);
      // After whoever else listens for that click.
      portal.addEventListener('click', () => setTimeout(() => portal.remove()));
    },
    signal,
  );
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') document.querySelector('[data-floating-ui-portal]')?.remove();
    },
    { signal },
  );

  on(main, 'click', '[data-lab-follow]', () => follow(them), signal);
  on(
    main,
    'click',
    '[data-lab-answer]',
    (_, { dataset }) => answer(them, dataset.labAnswer),
    signal,
  );
}

/** Follows at once; stops following only after a dialog (SITES (e)). Flipping back on refusal is N. */
async function follow(them) {
  const who = them.slug;
  if (them.following) return stopFollowing(them);
  if (moves('follow')) relate(them, { following: true });
  const outcome = await ask('follow', { who, following: true });
  if (outcome === 'done') did('follow', { who });
  if (outcome !== 'failed') return;
  relate(them, { following: false });
  toast('error', t('unable'));
}

function stopFollowing(them) {
  const dialog = element(
    markup`<dialog data-testid="dialog">
      <div data-testid="dialog-content">
        <button type="button" data-lab-shut>${t('cancel')}</button
        ><button type="button" data-lab-go>${t('unfollow')}</button>
      </div>
    </dialog>`,
  );
  on(dialog, 'click', '[data-lab-shut]', () => dialog.close());
  on(dialog, 'click', '[data-lab-go]', async () => {
    dialog.close();
    if ((await ask('follow', { who: them.slug, following: false })) !== 'done') return;
    relate(them, { following: false });
    did('unfollow', { who: them.slug });
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function answer(them, word) {
  const who = them.slug;
  const outcome = await ask(word, { who });
  if (outcome === 'unmoved') return;
  if (outcome === 'failed') {
    step(`${word} refused`, { who });
    return toast('error', t('unable'));
  }
  did(word, { who, via: 'profile' });
  relate(them, { relation: word === 'accept' ? 'connected' : 'none' });
}
