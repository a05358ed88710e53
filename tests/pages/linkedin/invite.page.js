import { openInvite } from './invite.js';
import { person, state } from './page.js';

/** Reached by its address the dialog is in the page itself (V); what becomes of the page after a send is S. */
export function draw() {
  const who = new URLSearchParams(location.search).get('vanityName');
  document.title = 'LinkedIn';
  openInvite(person(who), {
    via: 'direct',
    place: document.body,
    sent() {
      if (state.afterDirect === 'leaves') location.href = `/in/${who}/`;
    },
  });
}
