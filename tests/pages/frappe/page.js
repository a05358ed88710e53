import { element } from './drawn.js';

/**
 * Frappe CRM as far as the evidence goes: path routes with a record's tab in the hash, dialogs and composers without a
 * name of their own, boards dragged by HTML5, and the server's methods of each deed. What it answers is the test's.
 */
const app = document.querySelector('#app');

async function call(method) {
  const { ok } = await fetch(`/api/method/${method}`, { method: 'POST', body: '{}' });
  return ok;
}

function go(path) {
  history.pushState(null, '', path);
  draw();
}

/** What is made, by which method, and where its page then leads. */
const makes = {
  deal: ['crm.fcrm.doctype.crm_deal.crm_deal.create_deal', '/crm/deals/CRM-DEAL-2026-00009#emails'],
  converted: [
    'crm.fcrm.doctype.crm_lead.crm_lead.convert_to_deal',
    '/crm/deals/CRM-DEAL-2026-00009#emails',
  ],
  // The tab that was open last.
  lead: ['frappe.client.insert', '/crm/leads/CRM-LEAD-2026-00009#tasks'],
  contact: ['frappe.client.insert', '/crm/contacts/Test%20Person'],
  company: ['frappe.client.insert', '/crm/organizations/Test%20Ltd'],
  note: ['frappe.client.insert', '#notes'],
  task: ['frappe.client.insert', '#tasks'],
  call: ['frappe.client.insert', '#calls'],
  // From a field beside the tabs, or from the details of a call: it leads nowhere.
  industry: ['frappe.client.insert'],
  'note of a call': ['frappe.client.insert'],
  edit: ['frappe.client.set_value'],
};

const text = '<div contenteditable="true" class="ProseMirror"></div>';

function dialog(what) {
  const [method, path] = makes[what];
  const box = element(`<div role="dialog">
    <button class="close">x</button><input>${/note|task|edit/.test(what) ? text : ''}
    <button class="save">Create</button></div>`);
  const save = box.querySelector('.save');
  box.querySelector('.close').onclick = () => box.remove();
  save.onclick = async () => {
    if (!box.querySelector('input').value) return;
    save.disabled = true;
    const ok = await call(method);
    save.disabled = false;
    if (!ok) return;
    const onRecord = location.hash !== '';
    if (path && (onRecord || !path.startsWith('#')) && location.hash !== path) go(path);
    box.remove();
    // As lists and tabs do after each change.
    await call('crm.api.activities.get_activities');
  };
  document.body.append(box);
}

const opener = (what, label) => `<button data-opens="${what}">${label ?? what}</button>`;

/** A text and its buttons; it closes when it is sent, before the server has answered. */
function composer(name, method) {
  const box = element(`<div class="composer" data-test="${name}" hidden>
    <div class="top"><button>CC</button></div>
    <div><div contenteditable="false" class="ProseMirror"></div></div>
    <div class="bottom"><div><button class="bold">B</button></div>
      <div><button class="discard">Discard</button><button class="send">Send</button></div></div></div>`);
  const words = box.querySelector('.ProseMirror');
  box.show = (open) => {
    box.hidden = !open;
    words.contentEditable = String(open);
  };
  const send = async () => {
    if (words.textContent === '') return;
    box.show(false);
    if (await call(method)) words.textContent = '';
  };
  box.querySelector('.send').onclick = send;
  words.onkeydown = ({ key, ctrlKey }) => {
    if (key === 'Enter' && ctrlKey) send();
  };
  box.querySelector('.discard').onclick = () => {
    words.textContent = '';
    box.show(false);
  };
  return box;
}

function record() {
  const tab = location.hash.slice(1);
  const news = ['note', 'task', 'call'].map((what) => opener(what)).join('');
  app.innerHTML = `
    <header>${opener('converted')}</header>
    <div role="tablist">${['activity', 'notes', 'tasks', 'calls']
      .map((name) => `<button role="tab" data-tab="${name}">${name}</button>`)
      .join('')}</div>
    <div role="tabpanel">${news}${opener('edit')}${opener('note of a call')}
      <footer><button data-shows="email">Reply</button><button data-shows="comment">Comment</button></footer></div>
    <aside>${opener('industry')}</aside>`;
  const boxes = {
    email: composer('email', 'frappe.core.doctype.communication.email.make'),
    comment: composer('comment', 'crm.api.comment.add_comment'),
    old: composer('old', 'frappe.desk.form.utils.add_comment'),
  };
  app.querySelector('[role="tabpanel"]').append(...Object.values(boxes));
  for (const button of app.querySelectorAll('[data-shows]'))
    button.onclick = () => boxes[button.dataset.shows].show(true);
  for (const button of app.querySelectorAll('[data-tab]'))
    button.onclick = () => tab !== button.dataset.tab && go(`#${button.dataset.tab}`);
}

function board(names) {
  const card = element(`<a href="#" draggable="true" data-name="${Date.now()}">Card</a>`);
  app.innerHTML = `<div class="board">${names
    .map((name) => `<div data-column="${name}"></div>`)
    .join('')}</div>`;
  app.querySelector('[data-column]').append(card);
  card.ondragstart = ({ dataTransfer }) => dataTransfer.setData('text', '');
  card.onclick = (event) => event.preventDefault();
  let from;
  window.drop = async (column) => {
    from = card.parentElement;
    column.append(card);
    if (column !== from && !(await call('frappe.client.set_value'))) return from.append(card);
    await call(
      'crm.fcrm.doctype.crm_view_settings.crm_view_settings.create_or_update_standard_view',
    );
  };
  for (const column of app.querySelectorAll('[data-column]')) {
    column.ondragover = (event) => event.preventDefault();
    column.ondrop = (event) => {
      event.preventDefault();
      window.drop(column);
    };
  }
}

const boards = {
  deals: ['Qualification', 'Negotiation', 'Won'],
  tasks: ['Backlog', 'Todo', 'Done'],
};
const lists = {
  leads: ['lead', 'note'],
  deals: ['deal', 'task'],
  contacts: ['contact'],
  organizations: ['company'],
  notes: ['note', 'edit'],
  tasks: ['task'],
  'call-logs': ['call', 'note of a call'],
};

function draw() {
  const [name, second, view] = location.pathname.split('/').slice(2);
  if (second === 'view' && view === 'kanban')
    board(location.search === '?by=owner' ? ['a@b.test', 'c@d.test'] : boards[name]);
  else if (second && location.hash) record();
  else if (second) app.innerHTML = '<div role="tablist"><button role="tab">Deals</button></div>';
  else app.innerHTML = (lists[name] ?? []).map((what) => opener(what)).join('');
  for (const button of app.querySelectorAll('[data-opens]'))
    button.onclick = () => dialog(button.dataset.opens);
  app.dataset.drawn = location.href;
}
draw();
