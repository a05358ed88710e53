import { element } from './drawn.js';

/**
 * A lead in Odoo 17 as far as the evidence goes: the chatter with its one composer, planned activities, the button that
 * wins. What the server answers is the test's.
 */
const chatter = document.querySelector('.o-mail-Chatter');
const overlay = document.querySelector('.o-overlay-container');
const saysNo = new URLSearchParams(location.search).has('no');

/** A remote call; a server that cannot do it answers 200 as well, with an error in the body. */
async function call(path) {
  const answer = await fetch(path, { method: 'POST', body: '{}' });
  const { error = saysNo || !answer.ok } = await answer.json();
  if (error)
    overlay.append(element('<div class="modal"><div class="o_error_dialog">Fehler</div></div>'));
  return !error;
}

const said = (text) => element(`<div class="o-mail-Message o-selfAuthored">${text}</div>`);

/** One composer, for both: what it is for shows on the button that opened it. */
function openComposer(button) {
  const was = button.classList.contains('active');
  for (const one of chatter.querySelectorAll('[data-hotkey]')) one.classList.remove('active');
  button.classList.toggle('active', !was);
  chatter.querySelector('.o-mail-Composer').hidden = was;
}
for (const button of chatter.querySelectorAll('[data-hotkey]'))
  button.onclick = () => openComposer(button);
addEventListener('keydown', ({ altKey, shiftKey, code }) => {
  const keys = `${shiftKey ? 'shift+' : ''}${code === 'KeyM' ? 'm' : ''}`;
  if (altKey) chatter.querySelector(`[data-hotkey="${keys}"]`)?.click();
});

for (const send of document.querySelectorAll('.o-mail-Composer-send')) {
  const field = send.previousElementSibling;
  const post = async () => {
    if (!field.value || send.disabled) return;
    send.disabled = true;
    if (await call('/mail/message/post')) {
      const place = send.closest('.o-mail-Chatter, .o-mail-ChatWindow');
      place.querySelector('.o-mail-Thread').prepend(said(field.value));
      field.value = '';
      for (const open of place.querySelectorAll('.active')) open.click();
    }
    send.disabled = false;
  };
  send.onclick = post;
  field.onkeydown = ({ key, ctrlKey }) => key === 'Enter' && ctrlKey && post();
}

/** Its popover is drawn elsewhere, and does not say which activity it belongs to. */
function activity(icon) {
  const row = element(`<div class="o-mail-Activity"><div class="o-mail-Activity-sidebar">
    <div class="o-mail-Activity-iconContainer"><i class="fa small ${icon}"></i></div></div>
    <button class="o-mail-Activity-markDone" data-icon="${icon}"><i class="fa fa-check"></i> Erledigt</button>
    <button class="o-mail-Activity-edit"><i class="fa fa-pencil"></i></button></div>`);
  row.querySelector('.o-mail-Activity-markDone').onclick = () => {
    overlay.replaceChildren();
    const popover =
      element(`<div class="o_popover"><div class="o-mail-ActivityMarkAsDone"><textarea></textarea>
      <button class="btn-primary" aria-label="Erledigt und Nächste planen">Erledigt &amp; Nächste planen</button>
      <button class="btn-primary" aria-label="Erledigt">Erledigt</button>
      <button class="btn-link">Verwerfen</button></div></div>`);
    const [next, done, discard] = popover.querySelectorAll('button');
    const finish = (method) => async () => {
      if (done.disabled) return;
      done.disabled = true;
      const ok = await call(`/web/dataset/call_kw/mail.activity/${method}`);
      popover.remove();
      if (!ok) return;
      row.remove();
      chatter.querySelector('.o-mail-Thread').prepend(said('Erledigt'));
    };
    done.onclick = finish('action_feedback');
    next.onclick = finish('action_feedback_schedule_next');
    discard.onclick = () => popover.remove();
    overlay.append(popover);
  };
  return row;
}
chatter
  .querySelector('.o-mail-ActivityList')
  .append(...['fa-phone', 'fa-users', 'fa-envelope', 'fa-tasks'].map(activity));

for (const button of document.querySelectorAll('[type="object"]'))
  button.onclick = async () => {
    if (!(await call(`/web/dataset/call_button/crm.lead/${button.name}`))) return;
    for (const one of document.querySelectorAll('[type="object"]')) one.remove();
    overlay.append(element('<div class="o_reward">★</div>'));
  };

document.body.dataset.drawn = '';
