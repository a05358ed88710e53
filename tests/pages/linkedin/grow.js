import { connectButton, pendingButton, wire } from './controls.js';
import { inviteAtOnce, openInvite } from './invite.js';
import { invitationRow, wireInvitations } from './invitations.js';
import { draw as fill, hashed, markup, on, person, state, t, uuid, watch } from './page.js';

/** My Network: a preview of received invitations, and people to connect with at one click (V, 2026-05-22). */
export function draw(main, signal) {
  document.title = 'Grow | LinkedIn';
  const incoming = state.people
    .filter(({ relation }) => relation === 'incoming')
    .map(({ slug }) => slug);
  const known = state.people
    .filter(({ slug, relation }) => slug.endsWith('-sidebar') && relation !== 'incoming')
    .map(({ slug }) => slug);
  const card = (
    them,
  ) => markup`<div role="listitem" class="${hashed('card')}" componentkey="${uuid()}"><a href="https://www.linkedin.com/in/${them.slug}/"><p>${them.name}</p></a>
    ${them.relation === 'pending' ? pendingButton(them) : connectButton(them)}</div>`;
  const again = () =>
    fill(
      main,
      markup`<div data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.MyNetworkGrow">
      <section componentkey="MyNetwork_InvitationsPreview"><h2>${t('invitations')}</h2>${incoming.map((slug) => invitationRow(person(slug), { inline: true }))}</section>
      <section componentkey="${uuid()}"><h2>${t('mayKnow')}</h2><div role="list">${known.map((slug) => card(person(slug)))}</div></section></div>`,
    );
  again();
  watch(again, signal);
  wire(main, signal, () => 'grow');
  on(
    main,
    'click',
    'button[componentkey$="_connect"]',
    (_, { dataset }) => {
      const them = person(dataset.labWho);
      if (state.grow === 'dialog') openInvite(them, { via: 'grow' });
      else inviteAtOnce(them, { via: 'grow' });
    },
    signal,
  );
  wireInvitations(main, signal);
}
