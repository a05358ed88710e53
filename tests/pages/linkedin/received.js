import { invitationRow, newsletterRow, wireInvitations } from './invitations.js';
import { draw as fill, markup, person, state, t, watch } from './page.js';

export function draw(main, signal) {
  document.title = 'Invitations | LinkedIn';
  const incoming = state.people
    .filter(({ relation }) => relation === 'incoming')
    .map(({ slug }) => slug);
  fill(
    main,
    markup`<div data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationReceivedWithType"><h2>${t('invitations')}</h2><div role="list"><div data-lab-people></div>${newsletterRow(person('dana-connected'), 'Test Weekly')}</div></div>`,
  );
  const again = () =>
    fill(
      main.querySelector('[data-lab-people]'),
      markup`${incoming.map((slug, at) => invitationRow(person(slug), { straight: at % 2 === 1 }))}`,
    );
  again();
  watch(again, signal);
  wireInvitations(main, signal);
}
