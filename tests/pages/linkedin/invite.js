import { modals } from './interop.js';
import {
  ask,
  did,
  draw,
  element,
  emberId,
  markup,
  moves,
  on,
  relate,
  state,
  step,
  t,
  toast,
} from './page.js';

/*
 * The invite modal, in all its turns. Contract (`send-invite`, action bar, primary and secondary, `#custom-message`) V
 * of 2026-05-09 and C of 2026-08/10; two-button gate since about 2026-05. What follows an address in the email gate, and
 * whether the limit shows before or after the click, is N: here the address is refused, and the server refuses the send.
 */
const button = (kind, label, text, more) =>
  markup`<button id="${emberId()}" class="artdeco-button artdeco-button--2 artdeco-button--${kind} ember-view" aria-label="${label}" ${more}><span class="artdeco-button__text">${text}</span></button>`;

const header = (title) =>
  markup` <button
      type="button"
      class="artdeco-modal__dismiss artdeco-button artdeco-button--circle artdeco-button--muted"
      aria-label="${t('dismiss')}"
      data-test-modal-close-btn=""
    >
      ×
    </button>
    <div class="artdeco-modal__header"><h2 id="send-invite-modal">${title}</h2></div>`;

const turns = {
  gate: ({ name }) => markup`${header(t('askNote'))}
    <div class="artdeco-modal__content"><strong>${name}</strong></div>
    <div class="artdeco-modal__actionbar">
      ${button('secondary', t('addNote'), t('addNote'), markup`data-lab-turn="note"`)}
      ${button('primary', t('sendBare'), t('sendBare'), markup`data-lab-send`)}
    </div>`,
  note: () => markup`${header(t('noteTitle'))}
    <div class="artdeco-modal__content"><p>${t('notesLeft', { count: 3 })}</p><textarea id="custom-message" name="message" maxlength="200"></textarea><span>0/200</span></div>
    <div class="artdeco-modal__actionbar">
      ${button('muted', t('cancelNote'), t('cancel'), markup`data-lab-turn="gate"`)}
      ${button('primary', t('sendInvitation'), t('send'), markup`data-lab-send disabled`)}
    </div>`,
  email: () => markup`${header(t('noteTitle'))}
    <div class="artdeco-modal__content"><label>${t('email')}<input type="email" name="email"></label><p class="artdeco-inline-feedback" role="alert" hidden>${t('emailWrong')}</p></div>
    <div class="artdeco-modal__actionbar">${button('primary', t('sendInvitation'), t('send'), markup`data-lab-email disabled`)}</div>`,
  limit: () => markup`${header(t('limit'))}
    <div class="ip-fuse-limit-alert__warning">${t('limit')}</div>
    <div class="artdeco-modal__actionbar">${button('primary', t('gotIt'), t('gotIt'), markup`data-lab-shut`)}</div>`,
  premium: () =>
    markup`${header(t('premiumTitle'))}
      <div class="artdeco-modal__actionbar">
        <a
          class="artdeco-button artdeco-button--2 artdeco-button--primary"
          href="/premium/products/?upsellOrderOrigin=invite"
          >${t('premium')}</a
        >
      </div>`,
};

/**
 * Opens the modal for somebody.
 *
 * @param {object} somebody
 * @param {{ via: string, place?: Element, first?: string, sent?: () => void }} how `place`: not in the
 *   interop root but in the page; `first`: the turn to begin with
 */
export function openInvite(somebody, { via, place = modals(), first, sent = () => {} }) {
  const who = somebody.slug;
  const overlay = element(
    markup`<div class="artdeco-modal-overlay" data-test-modal-container=""></div>`,
  );
  let modal;

  const turn = (name) => {
    const known = modal?.isConnected && name !== 'limit' && name !== 'premium';
    if (!known) {
      const kind =
        name === 'limit' ? 'ip-fuse-limit-alert' : name === 'premium' ? '' : 'send-invite';
      modal = element(
        markup`<div
          data-test-modal=""
          role="dialog"
          tabindex="-1"
          class="artdeco-modal artdeco-modal--layer-default ${kind}"
          aria-labelledby="send-invite-modal"
        ></div>`,
      );
      draw(overlay, markup``);
      overlay.append(modal);
    }
    draw(modal, turns[name](somebody));
    modal.querySelector('textarea, input, [data-lab-send]')?.focus();
    step(`invite ${name}`, { who });
  };
  const shut = () => overlay.remove();
  const cancel = () => {
    shut();
    step('invite cancelled', { who });
  };

  on(overlay, 'click', '[data-test-modal-close-btn]', cancel);
  on(overlay, 'click', '[data-lab-shut]', shut);
  on(overlay, 'click', '[data-lab-turn]', (_, { dataset }) =>
    turn(dataset.labTurn === 'note' && state.invite === 'premium' ? 'premium' : dataset.labTurn),
  );
  on(overlay, 'click', 'a', (event) => {
    event.preventDefault();
    step('premium', { who });
  });
  on(overlay, 'input', 'textarea', (_, { value }) => {
    modal.querySelector('[data-lab-send]').disabled = value.trim() === '';
    modal.querySelector('span').textContent = `${value.length}/200`;
  });
  on(overlay, 'input', 'input', (_, { value }) => {
    modal.querySelector('[data-lab-email]').disabled = !value.includes('@');
  });
  on(overlay, 'click', '[data-lab-email]', () => {
    modal.querySelector('[role="alert"]').hidden = false;
    step('email refused', { who });
  });
  overlay.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel();
  });
  on(overlay, 'click', '[data-lab-send]', async (_, send) => {
    const note = modal.querySelector('#custom-message')?.value;
    send.disabled = true;
    const outcome = await ask(note === undefined ? 'invite' : 'inviteWithNote', { who, note });
    send.disabled = false;
    // The rep may have shut it meanwhile; the invitation is on its way all the same.
    if (outcome === 'unmoved') return;
    if (outcome === 'failed' && state.invite === 'limit') return turn('limit');
    shut();
    if (outcome === 'failed') {
      step('invite refused', { who });
      return toast('error', t('unable'));
    }
    did('invite', { who, note: note !== undefined, via });
    toast('success', t('sent', somebody));
    relate(somebody, { relation: 'pending' });
    sent();
  });

  place.append(overlay);
  turn(first ?? (state.invite === 'email' ? 'email' : 'gate'));
}

/** Sends at once, as cards under My Network do: the control flips first, and flips back when the server refuses (N). */
export async function inviteAtOnce(somebody, { via }) {
  const who = somebody.slug;
  const before = somebody.relation;
  if (moves('invite')) relate(somebody, { relation: 'pending' });
  const outcome = await ask('invite', { who });
  if (outcome === 'done') did('invite', { who, note: false, via });
  if (outcome !== 'failed') return;
  relate(somebody, { relation: before });
  step('invite refused', { who });
  if (state.invite === 'limit') openInvite(somebody, { via, first: 'limit' });
  else toast('error', t('unable'));
}
