import { ask, did, hashed, markup, on, person, relate, state, step, t, toast } from './page.js';

/*
 * A received invitation in a list: Ignore first, then Accept (S, undated; the profile has it the other way round). The
 * label's apostrophe is straight or curly (C). `data-view-name` is S and fading, so a page can go without.
 */
const named = (name) => (state.viewNames ? markup`data-view-name="${name}"` : markup``);

const answers = (who, ignore, accept) => markup`<div>
  <div ${named('invitation-action')}><button type="button" class="${hashed('quiet')}" aria-label="${ignore}" data-lab-answer="ignore" data-lab-who="${who}"><span><span>${t('ignore')}</span></span></button></div>
  <div ${named('invitation-action')}><button type="button" class="${hashed('loud')}" aria-label="${accept}" data-lab-answer="accept" data-lab-who="${who}"><span><span>${t('accept')}</span></span></button></div></div>`;

/** `inline`: what was accepted stays as a sentence; in the full list the row leaves. */
export function invitationRow(them, { inline = false, straight = false } = {}) {
  if (them.relation === 'connected')
    return inline
      ? markup`<div componentkey="MyNetwork_InvitationPreviewInlineConfirmation"><p>${t('accepted', them)}</p></div>`
      : '';
  if (them.relation !== 'incoming') return '';
  return markup`<div role="listitem" class="${hashed('invitation')}" ${named('pending-invitation')}>
    <a href="https://www.linkedin.com/in/${them.slug}/">${them.name}</a>
    ${answers(them.slug, t('ignoreLabel', them), t(straight ? 'acceptLabelStraight' : 'acceptLabel', them))}</div>`;
}

/** An invitation to a newsletter, in the same list and with the same two buttons. Its labels are N. */
export const newsletterRow = (
  them,
  title,
) => markup`<div role="listitem" class="${hashed('invitation')}" ${named('pending-invitation')} data-lab-title="${title}">
  <a href="https://www.linkedin.com/in/${them.slug}/">${them.name}</a> <a href="https://www.linkedin.com/newsletters/test-7000000000000000001/">${title}</a>
  ${answers(them.slug, t('ignoreLabel', them), t('acceptOther', { ...them, title }))}</div>`;

export function wireInvitations(root, signal) {
  on(
    root,
    'click',
    '[data-lab-answer]',
    async (_, button) => {
      const { labAnswer: word, labWho: who } = button.dataset;
      const row = button.closest('[role="listitem"]');
      const title = row.dataset.labTitle;
      const outcome = await ask(word, title ? { title } : { who });
      if (outcome === 'unmoved') return;
      if (outcome === 'failed') {
        step(`${word} refused`, { who });
        return toast('error', t('unable'));
      }
      if (title) {
        row.remove();
        return step(`newsletter ${word}`, { who });
      }
      did(word, { who, via: 'list' });
      relate(person(who), { relation: word === 'accept' ? 'connected' : 'none' });
    },
    signal,
  );
}
