import { openInvite } from './invite.js';
import {
  ask,
  did,
  element,
  hashed,
  markup,
  icon,
  on,
  person,
  relate,
  state,
  step,
  t,
  toast,
  uuid,
} from './page.js';

/*
 * The controls of the new front end that mean one person, the same in top card, sticky header, menu, sidebar and search
 * row. The state is in the component key (V 2026-05; C 2026-10-09), the words are in nested spans under hashed classes.
 */
const key = ({ member, relation }) => {
  const now = { pending: 'pending', withdrawn: 'withdrawn' }[relation] ?? 'connect';
  return `ConnectButtonstate:invitation:urn:li:member:${member}_${now}`;
};

const said = (word) => markup`<span class="${hashed('label')}"><span>${t(word)}</span></span>`;

/** A link to the invite dialog. `more` goes into the tag: what hides a duplicate, a role. */
export const connectLink = (somebody, more = markup``, preload = 'custom-invite') =>
  markup`<a
    ${more}
    class="${hashed('action')}"
    data-lab-who="${somebody.slug}"
    aria-label="${t('invite', somebody)}"
    href="/preload/${preload}/?vanityName=${somebody.slug}"
    componentkey="${key(somebody)}"
    >${icon('connect-small')}${said('connect')}</a
  >`;

/** Pending is a link that leads nowhere useful; in lists it is a button. */
export const pendingLink = (somebody, more = markup``) =>
  markup`<a
    ${more}
    class="${hashed('action')}"
    data-lab-who="${somebody.slug}"
    aria-label="${t('pendingLabel', somebody)}"
    href="https://www.linkedin.com/"
    componentkey="${key(somebody)}"
    >${said('pending')}</a
  >`;
export const pendingButton = (somebody) =>
  markup`<button
    type="button"
    class="${hashed('action')}"
    data-lab-who="${somebody.slug}"
    aria-label="${t('pendingLabel', somebody)}"
    componentkey="${key(somebody)}"
  >
    ${icon('clock-small')}${said('pending')}
  </button>`;

/** Connect as a button: what sends at once on My Network, and what is left after a withdrawal. */
export const connectButton = (somebody, more = markup``) =>
  markup`<button
    ${more}
    type="button"
    class="${hashed('action')}"
    data-lab-who="${somebody.slug}"
    aria-label="${t('invite', somebody)}"
    componentkey="${key(somebody)}"
  >
    ${icon('connect-small')}${said('connect')}
  </button>`;

export const composeLink = ({ id }) =>
  markup`<a
    class="${hashed('action')}"
    href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${id}&amp;recipient=${id}&amp;screenContext=NON_SELF_PROFILE_VIEW&amp;interop=msgOverlay"
    >${said('message')}</a
  >`;

/** What these controls do anywhere on a surface, until it is left. `data-lab-who` is ours, for that. */
export function wire(root, signal, via) {
  const invites = 'a[href*="custom-invite/"], [componentkey$="_withdrawn"]';
  on(
    root,
    'click',
    invites,
    (event, control) => {
      event.preventDefault();
      openInvite(person(control.dataset.labWho), { via: via(control) });
    },
    signal,
  );
  on(
    root,
    'click',
    '[componentkey$="_pending"]',
    (event, control) => {
      event.preventDefault();
      confirmWithdrawal(person(control.dataset.labWho));
    },
    signal,
  );
}

/** A native dialog without a role, and the notices inside it (C 2026-10-09; request N). */
function confirmWithdrawal(somebody) {
  const dialog = element(
    markup`<dialog data-testid="dialog" aria-labelledby="dialog-header">
      <button type="button" aria-label="${t('dismiss')}" data-lab-shut>×</button>
      <div>
        <header id="dialog-header"><h2>${t('withdrawTitle')}</h2></header>
        <div data-testid="dialog-content">
          <div
            data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.invitations.WithdrawConfirmationDialog"
          >
            <div>
              <button type="button" data-lab-shut>
                <span><span>${t('cancel')}</span></span>
              </button>
              <div data-display-contents="true" style="display: contents">
                <button
                  type="button"
                  componentkey="${uuid()}"
                  aria-label="${t('withdrawLabel', somebody)}"
                  data-lab-go
                >
                  <span><span>${t('withdraw')}</span></span>
                </button>
              </div>
            </div>
          </div>
        </div>
      </div>
      <section>
        <h2 class="visually-hidden" data-testid="toasts-title">
          ${t('notifications', { count: 0 })}
        </h2>
      </section>
    </dialog>`,
  );
  on(dialog, 'click', '[data-lab-shut]', () => dialog.close());
  on(dialog, 'click', '[data-lab-go]', async () => {
    const outcome = await ask('withdraw', { who: somebody.slug });
    if (outcome === 'unmoved') return;
    dialog.close();
    if (outcome === 'failed') return step('withdraw refused', { who: somebody.slug });
    did('withdraw', { who: somebody.slug });
    relate(somebody, { relation: 'withdrawn' });
    toast('success', t('withdrawn', somebody));
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export const who = () => decodeURIComponent(location.pathname.split('/')[2]);
export const shown = () => person(who()) ?? state.people[0];
