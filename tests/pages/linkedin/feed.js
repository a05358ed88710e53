import { modals } from './interop.js';
import { ask, did, element, markup, moves, on, person, state, step, t } from './page.js';

/* What can be done with posts, in both front ends; each draws it its own way. */

export const post = (urn) => state.posts.find((one) => one.urn === urn);

/** A post's own reaction, or that of a comment under it, which looks the same. */
export async function react(thing, reaction, { again, sdui = false, comment = false }) {
  const before = thing.reaction;
  // Another reaction in place of the first is no second one.
  const now = reaction === before ? undefined : reaction;
  const purpose = `${now ? 'react' : 'unreact'}${sdui ? 'Sdui' : ''}`;
  if (moves(purpose)) {
    thing.reaction = now;
    again();
  }
  const outcome = await ask(purpose, { post: thing.urn, reaction: now });
  if (outcome === 'done') {
    const details = { post: thing.urn, ...(comment && { comment }) };
    if (!now) did('unreact', details);
    else if (!before) did('react', { ...details, reaction: now });
    else step('reaction changed', details);
  }
  if (outcome !== 'failed') return;
  thing.reaction = before;
  again();
  step('reaction refused', { post: thing.urn });
}

/** `written`: what runs once the editor may be emptied. */
export async function comment(one, text, { again, written, sdui = false }) {
  const outcome = await ask(sdui ? 'commentSdui' : 'comment', {
    post: one.urn,
    text,
    actor: state.actor,
  });
  if (outcome === 'unmoved') return;
  if (outcome === 'failed') return step('comment refused', { post: one.urn });
  one.comments.push({
    urn: `urn:li:comment:(${one.urn},${Date.now()})`,
    by: state.actor ?? person('me-myself').name,
    text,
  });
  written();
  again();
  did('comment', { post: one.urn, ...(state.actor && { actor: state.actor }) });
}

export async function follow(one, again) {
  const following = !one.following;
  const purpose = one.company ? 'followCompany' : 'followFeed';
  if (moves(purpose)) {
    one.following = following;
    again();
  }
  const outcome = await ask(purpose, { post: one.urn, company: one.company, following });
  if (outcome === 'done') did(following ? 'follow' : 'unfollow', { post: one.urn });
  if (outcome !== 'failed') return;
  one.following = !following;
  again();
}

/** Sending a post to somebody: the dialog is ours (N), and so is that the server takes it for a message. */
export function share(one) {
  const modal =
    element(markup`<div class="artdeco-modal-overlay"><div data-test-modal="" role="dialog" class="artdeco-modal share-via-private-message" aria-labelledby="share-title">
    <button type="button" aria-label="${t('dismiss')}" data-test-modal-close-btn="">×</button><h2 id="share-title">${t('sendPost')}</h2>
    <ul>${['carl-connected', 'dana-connected'].map((slug) => markup`<li><button type="button" data-lab-who="${slug}" aria-label="${t('sendTo', person(slug))}">${t('send')}</button></li>`)}</ul></div></div>`);
  on(modal, 'click', '[data-test-modal-close-btn]', () => modal.remove());
  on(modal, 'click', '[data-lab-who]', async (_, { dataset }) => {
    if ((await ask('share', { post: one.urn, to: dataset.labWho })) !== 'done') return;
    modal.remove();
    did('share', { post: one.urn, to: dataset.labWho });
  });
  modals().append(modal);
  step('share', { post: one.urn });
}
