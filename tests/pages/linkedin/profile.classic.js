import { shown } from './controls.js';
import { openInvite } from './invite.js';
import { openBubble } from './messaging.js';
import {
  ask,
  classicIcon,
  did,
  draw as fill,
  emberId,
  markup,
  moves,
  on,
  person,
  relate,
  state,
  t,
  toast,
  watch,
} from './page.js';

/*
 * A profile as it was. SITES knows of labelled buttons to invite without address or icon, of `button.follow` and of artdeco; the
 * classes of the card are from memory (N).
 */
const button = (kind, act, them, word, label, more = markup``, icon = markup``) =>
  markup`<button id="${emberId()}" class="artdeco-button artdeco-button--2 artdeco-button--${kind} ember-view pvs-profile-actions__action" type="button" aria-label="${label}" data-lab-act="${act}" data-lab-who="${them.slug}" ${more}>${icon}<span class="artdeco-button__text">${t(word)}</span></button>`;

const away = markup`style="display:none"`;
const message = (them) =>
  button('secondary', 'message', them, 'message', `${t('message')} ${them.name}`);
const connect = (them, more) =>
  button('primary', 'connect', them, 'connect', t('invite', them), more);
/** A clock (C: four codebases; one saved button, V, undated, with an ember id: ids 31785584003, 65724187559). */
const clock = classicIcon('clock-small');
const pending = (them, more) =>
  button('secondary', 'pending', them, 'pending', t('pendingLabel', them), more, clock);

const actions = {
  none: (them) => markup`${connect(them)}${message(them)}`,
  withdrawn: (them) => markup`${connect(them)}${message(them)}`,
  pending: (them) => markup`${pending(them)}${message(them)}`,
  connected: message,
  follow: (them) =>
    markup`<button id="${emberId()}" class="follow artdeco-button artdeco-button--2 artdeco-button--primary ember-view" type="button" aria-pressed="${String(them.following ?? false)}" aria-label="${t(them.following ? 'followingLabel' : 'followLabel', them)}" data-lab-act="follow">${classicIcon(them.following ? 'check-small' : 'add-small')}<span class="artdeco-button__text">${t(them.following ? 'following' : 'follow')}</span></button>${message(them)}`,
  me: ({ slug }) => markup`<a href="/in/${slug}/edit/intro/">${classicIcon('edit-small')}</a>`,
};
actions.incoming = actions.none;

/** The row of buttons is there twice, for the sticky header; one of the two is hidden. */
const card = (
  them,
) => markup`<section class="artdeco-card pv-top-card" data-member-id="${them.member}">
  <h1 class="text-heading-xlarge">${them.name}</h1>
  <div class="pvs-profile-actions">${actions[them.relation](them)}</div>
  <div class="pvs-sticky-header-profile-actions" ${away}>${actions[them.relation](them)}</div></section>`;

const others = (them) =>
  markup`<aside><section class="artdeco-card"><h2>${t('mayKnow')}</h2><ul>${state.people
    .filter(({ slug }) => slug.endsWith('-sidebar') && slug !== them.slug)
    .map(
      (one) =>
        markup`<li><a href="/in/${one.slug}/">${one.name}</a>${(one.relation === 'pending' ? pending : connect)(one)}</li>`,
    )}</ul></section></aside>`;

export function draw(main, signal) {
  const them = shown();
  document.title = `${them.name} | LinkedIn`;
  const again = () => fill(main, markup`${card(them)}${others(them)}`);
  again();
  watch(again, signal);
  on(
    main,
    'click',
    '[data-lab-act="connect"]',
    (_, target) =>
      openInvite(person(target.dataset.labWho), {
        via: target.closest('aside') ? 'sidebar' : 'profile',
      }),
    signal,
  );
  on(main, 'click', '[data-lab-act="message"]', () => openBubble(them), signal);
  on(
    main,
    'click',
    '[data-lab-act="follow"]',
    async () => {
      const following = !them.following;
      if (moves('follow')) relate(them, { following });
      const outcome = await ask('follow', { who: them.slug, following });
      if (outcome === 'done') did(following ? 'follow' : 'unfollow', { who: them.slug });
      if (outcome !== 'failed') return;
      relate(them, { following: !following });
      toast('error', t('unable'));
    },
    signal,
  );
}
