import {
  ask,
  did,
  draw as fill,
  element,
  hashed,
  markup,
  on,
  relate,
  state,
  step,
  t,
} from '../linkedin/page.js';

/* What can be done with a lead, wherever it stands. Attributes C, 2026-06 to 2026-08 (SITES 2). */

/** The address changes in its last part on each visit (S); only the first part names the lead. */
export const leadPath = ({ lead }) =>
  `/sales/lead/${lead},NAME_SEARCH,${Math.random().toString(36).slice(2, 6)}`;
export const leadOf = (path) =>
  state.people.find(({ lead }) => path.split('/').pop().split(',')[0] === lead);

let menus = 0;

/** The menu hangs in an outlet of its own, far from the trigger, and its items are text. */
export function toggleMenu(them, trigger) {
  const outlet = document.querySelector('#hue-web-menu-outlet');
  const id = `hue-menu-${hashed('menu')}-${(menus += 1)}`;
  const open = trigger.getAttribute('aria-expanded') === 'true';
  trigger.setAttribute('aria-expanded', String(!open));
  fill(outlet, markup``);
  if (open) return;
  trigger.setAttribute('aria-controls', id);
  const connect =
    them.relation === 'pending'
      ? markup`<div role="menuitem" aria-disabled="true">${t('connectPending')}</div>`
      : markup`<button type="button" role="menuitem" data-lab-connect>${t('connect')}</button>`;
  const menu = element(
    markup`<div id="${id}" role="menu">${connect}<a role="menuitem" href="https://www.linkedin.com/in/${them.slug}" target="_blank">LinkedIn</a></div>`,
  );
  const shut = () => {
    menu.remove();
    trigger.setAttribute('aria-expanded', 'false');
  };
  on(menu, 'click', '[data-lab-connect]', () => {
    shut();
    openConnect(them);
  });
  outlet.append(menu);
}

/** A look without any notice afterwards (N): the dialog goes, and the menu says Pending from then on. */
function openConnect(them) {
  const who = them.slug;
  const gate = state.invite === 'email';
  const dialog =
    element(markup`<div role="dialog" class="artdeco-modal" data-sn-view-name="subpage-connect-modal" aria-labelledby="connect-cta-form__header">
    <h2 id="connect-cta-form__header">${t('invite', them)}</h2>
    ${gate ? markup`<label>${t('emailOf', them)}<input id="connect-cta-form__email" type="email"></label><p class="connect-cta-form__error" hidden>${t('emailWrong')}</p>` : ''}
    <label>${t('inviteNote')}<textarea id="connect-cta-form__invitation" maxlength="300"></textarea></label>
    <div><button type="button" class="connect-cta-form__cancel artdeco-button artdeco-button--tertiary">${t('cancel')}</button>
      <button type="button" class="connect-cta-form__send artdeco-button artdeco-button--primary" ${gate ? markup`disabled` : ''}>${t('sendInvitation')}</button></div></div>`);
  const send = dialog.querySelector('.connect-cta-form__send');
  on(dialog, 'input', 'input', (_, { value }) => (send.disabled = !value.includes('@')));
  on(dialog, 'click', '.connect-cta-form__cancel', () => {
    dialog.remove();
    step('invite cancelled', { who });
  });
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && dialog.remove());
  send.addEventListener('click', async () => {
    if (gate) {
      dialog.querySelector('.connect-cta-form__error').hidden = false;
      return step('email refused', { who });
    }
    const note = dialog.querySelector('textarea').value;
    send.disabled = true;
    const outcome = await ask('salesInvite', { who, note });
    send.disabled = false;
    if (outcome === 'unmoved') return;
    if (outcome === 'failed') {
      step('invite refused', { who });
      if (state.invite === 'limit') openLimit(dialog);
      return;
    }
    dialog.remove();
    relate(them, { relation: 'pending' });
    did('invite', { who, note: note !== '', via: 'sales' });
  });
  document.querySelector('#dialogs').append(dialog);
  step('invite gate', { who });
}

function openLimit(dialog) {
  fill(
    dialog,
    markup`<h2 class="fuse-limit-alert__header">${t('limit')}</h2><button type="button" class="artdeco-button artdeco-button--primary">${t('gotIt')}</button>`,
  );
  dialog.querySelector('button').addEventListener('click', () => dialog.remove());
}

const article = ({ own, text }, { name }) =>
  markup`<article>${own ? markup`<div aria-label="${t('fromYou')}"></div>` : markup`<span data-anonymize="person-name">${name}</span>`}<p>${text}</p></article>`;

/**
 * What was said with a lead, and the form; a subject makes it an InMail. Send has nothing of its own but that it is the
 * form's submit, or its last button (S). `place`: where the form stands, a panel that can be closed or the inbox.
 */
export function conversation(them, place) {
  const who = them.slug;
  const inmail = them.relation !== 'connected';
  const panel = place === 'panel';
  const section =
    element(markup`<section role="${panel ? 'dialog' : 'region'}" aria-label="${t('conversation', them)}">
    ${panel ? markup`<button type="button" data-control-name="overlay.close_overlay" aria-label="${t('closeConversation')}">×</button>` : ''}
    <div data-lab-said>${state.threads[who].map((event) => article(event, them))}</div>
    <div role="alert">${t('crmNotice')}</div>
    <form data-x-conversation-widget="compose-form">${inmail ? markup`<input name="subject" aria-label="${t('subjectRequired')}">` : ''}
      <textarea name="message" aria-label="${t('typeMessage')}"></textarea>
      <div><button type="button" aria-label="${t('emoji')}">☺</button><button type="${panel ? 'submit' : 'button'}" class="${hashed('button')}" disabled><span>${t('send')}</span></button></div></form></section>`);
  const form = section.querySelector('form');
  const [message, send] = [form.querySelector('textarea'), form.querySelector('button:last-child')];
  const subject = form.querySelector('input');
  const refresh = () =>
    (send.disabled = !message.value.trim() || (inmail && !subject.value.trim()));
  form.addEventListener('input', refresh);
  form.addEventListener('submit', (event) => event.preventDefault());
  send.addEventListener('click', async () => {
    const text = message.value;
    send.disabled = true;
    const outcome = await ask('salesMessage', { who, text, subject: subject?.value });
    refresh();
    if (outcome === 'unmoved') return;
    if (outcome === 'failed') return step('message failed', { who });
    section.querySelector('[data-lab-said]').append(element(article({ own: true, text }, them)));
    if (state.salesForm === 'closes') form.remove();
    else form.reset();
    refresh();
    did('message', { who, ...(inmail && { inmail }), place: 'sales' });
  });
  on(section, 'click', '[data-control-name]', () => {
    section.remove();
    step('conversation closed', { who });
  });
  return section;
}

export function openConversation(them) {
  const dialogs = document.querySelector('#dialogs');
  dialogs.querySelector('section')?.remove();
  dialogs.append(conversation(them, 'panel'));
  dialogs.querySelector('textarea').focus();
  step('conversation', { who: them.slug });
}

/** Saved, and said so by the label (S; the request is N). */
export async function save(them, button) {
  if ((await ask('salesSave', { who: them.slug })) !== 'done') return;
  button.textContent = t('savedLead');
  did('save lead', { who: them.slug });
}
