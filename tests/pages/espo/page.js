import { element } from './drawn.js';

/**
 * EspoCRM 8 as far as the evidence goes: hash routes, `data-action` and `data-name`, one notice that is used again, and
 * the REST requests of each deed. What the server answers is the test's.
 */
const main = document.querySelector('#main');
const notification = document.querySelector('#notification');

const dialogs = {
  calls: ['Call', ['Planned', 'Held', 'Not Held']],
  meetings: ['Meeting', ['Planned', 'Held', 'Not Held']],
};
const stages = ['Prospecting', 'Negotiation', 'Closed Won'];

const select = (name, options, chosen) =>
  `<span class="field" data-name="${name}"><select data-name="${name}">${options
    .map((option) => `<option${option === chosen ? ' selected' : ''}>${option}</option>`)
    .join('')}</select></span>`;

let hiding;
function notify(style, text) {
  clearTimeout(hiding);
  notification.className = `alert alert-${style}`;
  notification.textContent = text;
  notification.hidden = false;
  hiding = setTimeout(() => (notification.hidden = true), 2000);
}

async function send(method, path, body = {}) {
  const { ok } = await fetch(`/api/v1/${path}`, { method, body: JSON.stringify(body) });
  if (!ok) notify('danger', 'Error');
  return ok;
}

/** As the lists do after each change; never an action. */
const reload = () => fetch('/api/v1/Call?maxSize=5&offset=0');

/** The fields of a form and its buttons, in a dialog or on a page of its own. */
function form(entity, status, place) {
  const fields = [
    '<input data-name="name">',
    entity === 'Opportunity' ? select('stage', stages, status) : '',
    entity === 'Task' ? select('status', ['Not Started', 'Completed', 'Canceled'], status) : '',
    entity === 'Call' || entity === 'Meeting' ? select('status', dialogs.calls[1], status) : '',
  ].join('');
  const by = place === 'dialog' ? 'data-name' : 'data-action';
  const box = element(
    `<div class="${place === 'dialog' ? 'modal in' : 'edit'}">${fields}
      <button ${by}="save">Save</button><button ${by}="cancel">Cancel</button></div>`,
  );
  const leave = () => (place === 'dialog' ? box.remove() : (location.hash = `#${entity}`));
  const save = box.querySelector(`[${by}="save"]`);
  save.onclick = async () => {
    if (!box.querySelector('input').value) return notify('danger', 'Not valid');
    save.disabled = true;
    const ok = await send('POST', entity, { status: box.querySelector('select')?.value });
    save.disabled = false;
    if (!ok) return;
    notify('success', 'Created');
    leave();
    await reload();
  };
  box.querySelector(`[${by}="cancel"]`).onclick = leave;
  return box;
}

function email() {
  const box = element(
    `<div class="modal in"><input data-name="to"><button data-name="send">Send</button>
      <button data-name="saveDraft">Save draft</button><button data-name="cancel">Cancel</button></div>`,
  );
  const post = (word) => async () => {
    if (!box.querySelector('input').value) return notify('danger', 'Not valid');
    for (const button of box.querySelectorAll('button')) button.disabled = true;
    const ok = await send('POST', 'Email');
    for (const button of box.querySelectorAll('button')) button.disabled = false;
    if (!ok) return;
    notify('success', word);
    box.remove();
  };
  box.querySelector('[data-name="send"]').onclick = post('Email has been sent');
  box.querySelector('[data-name="saveDraft"]').onclick = post('Saved');
  box.querySelector('[data-name="cancel"]').onclick = () => box.remove();
  return box;
}

/** A row whose menu stands open. */
function row(entity, id, actions) {
  const items = Object.keys(actions).map(
    (name) => `<li><a href="javascript:" data-action="${name}" data-id="${id}">${name}</a></li>`,
  );
  const item = element(`<li class="list-row" data-id="${id}"><ul>${items.join('')}</ul></li>`);
  for (const [name, status] of Object.entries(actions)) {
    const link = item.querySelector(`[data-action="${name}"]`);
    link.onclick = async (event) => {
      event.preventDefault();
      if (item.dataset.busy) return;
      item.dataset.busy = '1';
      // No notice was seen here.
      if (await send('PUT', `${entity}/${id}`, { status })) item.remove();
      delete item.dataset.busy;
      await reload();
    };
  }
  return item;
}

function record(id) {
  main.innerHTML = `
    <button data-action="composeEmail">Email</button>
    <textarea data-name="post"></textarea><button class="post">Post</button>
    <div class="panel" data-name="activities">
      <button data-action="createActivity" data-link="calls">Schedule call</button>
      <button data-action="createActivity" data-link="meetings">Schedule meeting</button><ul></ul></div>
    <div class="panel" data-name="history">
      <button data-action="createActivity" data-link="calls" data-status="Held">Log call</button></div>
    <div class="panel" data-name="tasks"><button data-action="createTask">Task</button><ul></ul></div>`;
  const number = id.slice(-6);
  const planned = { setHeld: 'Held', setNotHeld: 'Not Held' };
  main
    .querySelector('[data-name="activities"] ul')
    .append(
      row('Call', `64ca1100000${number}`, planned),
      row('Meeting', `64ee7100000${number}`, planned),
    );
  main
    .querySelector('[data-name="tasks"] ul')
    .append(row('Task', `647a5c00000${number}`, { Complete: 'Completed' }));

  const text = main.querySelector('textarea');
  const post = async () => {
    const button = main.querySelector('.post');
    if (!text.value || button.disabled) return;
    button.disabled = true;
    if (await send('POST', 'Note', { post: text.value })) text.value = '';
    button.disabled = false;
  };
  main.querySelector('.post').onclick = post;
  text.onkeydown = ({ key, ctrlKey }) => key === 'Enter' && ctrlKey && post();

  main.querySelector('[data-action="composeEmail"]').onclick = () => document.body.append(email());
  main.querySelector('[data-action="createTask"]').onclick = () =>
    document.body.append(form('Task', 'Not Started', 'dialog'));
  for (const button of main.querySelectorAll('[data-action="createActivity"]'))
    button.onclick = () =>
      document.body.append(
        form(dialogs[button.dataset.link][0], button.dataset.status ?? 'Planned', 'dialog'),
      );
}

/** The board is sorted by the mouse, as jQuery UI does it. */
function board() {
  const id = `64dea100000${String(Date.now()).slice(-6)}`;
  main.innerHTML = `<div class="list-kanban" data-scope="Opportunity"><table><tr>${stages
    .map((stage) => `<td class="group-column" data-name="${stage}"></td>`)
    .join('')}</tr></table></div>`;
  const item = element(`<div class="item" data-id="${id}">Deal</div>`);
  main.querySelector('td').append(item);
  item.onmousedown = (event) => {
    event.preventDefault();
    addEventListener('mouseup', ({ target }) => window.drop(target.closest?.('td')), {
      once: true,
    });
  };
  window.drop = async (column) => {
    const from = item.closest('td');
    if (!column) return;
    column.append(item);
    const moved = column !== from;
    if (moved && !(await send('PUT', `Opportunity/${id}`, { stage: column.dataset.name })))
      return from.append(item);
    await send('PUT', 'Kanban/order');
    if (moved) notify('success', 'Saved');
  };
}

function draw() {
  const [entity, mode, id] = location.hash.slice(1).split('/');
  for (const modal of document.querySelectorAll('.modal')) modal.remove();
  main.replaceChildren();
  if (mode === 'view') record(id);
  else if (mode === 'create') main.append(form(entity, undefined, 'page'));
  else if (entity === 'Opportunity') board();
  main.dataset.drawn = location.hash;
}
addEventListener('hashchange', draw);
draw();
