import { element, speaking } from './drawn.js';

/**
 * A record of Dynamics 365 as far as the evidence goes (SITES 5): the commands above the form, the timeline with its menu
 * and its notes, the form at the side, and the dialogs. What the server answers is the test's.
 */
const words = {
  en: {
    phonecall: 'Phone call',
    task: 'Task',
    appointment: 'Appointment',
    notes: 'Note',
    add: 'Create a timeline record',
    save: 'Save and close',
    cancel: 'Cancel',
    addNote: 'Add note',
    complete: 'Mark complete',
    send: 'Send',
    won: 'Close as won',
    lost: 'Close as lost',
    saved: 'Your changes were saved.',
    closed: 'Read-only: this record is closed',
    failed: 'That could not be saved',
    ignore: 'Ignore and save',
    assign: 'Assign',
  },
  de: {
    phonecall: 'Telefonanruf',
    task: 'Aufgabe',
    appointment: 'Termin',
    notes: 'Notiz',
    add: 'Zeitachseneintrag anlegen',
    save: 'Speichern und schließen',
    cancel: 'Abbrechen',
    addNote: 'Notiz hinzufügen',
    complete: 'Als abgeschlossen markieren',
    send: 'Senden',
    won: 'Als gewonnen schließen',
    lost: 'Als verloren schließen',
    saved: 'Ihre Änderungen wurden gespeichert.',
    closed: 'Schreibgeschützt: Der Datensatz ist geschlossen',
    failed: 'Das ließ sich nicht speichern',
    ignore: 'Ignorieren und speichern',
    assign: 'Zuweisen',
  },
};
const t = speaking(words);
const query = new URLSearchParams(location.search);
const entity = query.get('etn');
const main = document.querySelector('main');
const commands = document.querySelector('.commands');
const notifications = document.querySelector('.notifications');

async function ask(path) {
  const { ok } = await fetch(`/api/data/v9.0/${path}`, { method: 'POST', body: '{}' });
  return ok;
}

function toast() {
  const shown = element(
    `<div class="toasts"><span data-id="notification-message">${t('saved')}</span></div>`,
  );
  document.body.append(shown);
  setTimeout(() => shown.remove(), 3000);
}

function errorDialog() {
  const dialog = element(`<div role="dialog" data-id="errorDialogdialog">
    <h2 data-id="errorDialog_subtitle">${t('failed')}</h2><button data-id="errorOkButton">OK</button></div>`);
  dialog.querySelector('button').onclick = () => dialog.remove();
  document.body.append(dialog);
}

/** The form says above itself what is wrong, or that it is closed. */
function say(text, icon = '') {
  notifications.replaceChildren(
    element(
      `<div data-id="notificationWrapper">${icon && `<span data-id="${icon}">🔒</span>`} ${text}</div>`,
    ),
  );
}

/** A press that is repeated while it is under way does nothing more. */
const once = (button, act) => {
  button.onclick = async () => {
    if (button.disabled) return;
    button.disabled = true;
    await act();
    button.disabled = false;
  };
};

function command(name, word, act) {
  const button = element(
    `<button role="menuitem" data-id="${entity}|NoRelationship|Form|Mscrm.${name}12-button">${t(word)}</button>`,
  );
  once(button, () => act(button));
  const item = element('<li></li>');
  item.append(button);
  commands.append(item);
}

/** The record is closed: its commands go, and it says so. */
function closed() {
  for (const item of [...commands.children].slice(0, -1)) item.remove();
  say(t('closed'), 'formReadOnlyIcon');
}

/** The form at the side, the same for whatever is planned. `?double`: the record is there already. */
function quickCreate(type) {
  document.querySelector('[data-id="quickCreateRoot"]')?.remove();
  const form = element(`<section data-id="quickCreateRoot">
    <h2>${t(type)}</h2><input data-id="subject.fieldControl-text-box-text" />
    <button id="quickCreateSaveAndCloseBtn" data-id="quickCreateSaveAndCloseBtn">${t('save')}</button>
    <button id="quickCreateCancelBtn" data-id="quickCreateCancelBtn">${t('cancel')}</button></section>`);
  const store = async () => {
    if (!(await ask(`${type}s`))) return errorDialog();
    form.remove();
    toast();
  };
  const [save, cancel] = form.querySelectorAll('button');
  once(save, () => (query.has('double') ? duplicates(store) : store()));
  cancel.onclick = () => form.remove();
  document.body.append(form);
}

function duplicates(store) {
  const dialog = element(`<div role="dialog"><div data-id="ManageDuplicates"></div>
    <button data-id="ignore_save">${t('ignore')}</button>
    <button data-id="close_dialog">${t('cancel')}</button></div>`);
  const [ignore, close] = dialog.querySelectorAll('button');
  ignore.onclick = () => {
    dialog.remove();
    return store();
  };
  close.onclick = () => dialog.remove();
  document.body.append(dialog);
}

let entries = 0;
const entry = (text) =>
  element(
    `<li><div id="timeline_record_title_text${(entries += 1)}b-f222-56a8" data-entry>${text}</div></li>`,
  );

function noteForm(timeline) {
  timeline.querySelector('.note')?.remove();
  const form = element(`<div class="note"><input id="create_note_medium_title" />
    <button id="create_note_add_btn">${t('addNote')}</button>
    <button id="create_note_cancel_btn">${t('cancel')}</button></div>`);
  const [add, cancel] = form.querySelectorAll('button');
  once(add, async () => {
    if (!(await ask('annotations'))) return say(t('failed'));
    form.remove();
    timeline.querySelector('.entries').prepend(entry(t('notes')));
  });
  cancel.onclick = () => form.remove();
  timeline.append(form);
}

function timeline() {
  const part = element(`<section class="timeline">
    <button id="notescontrol-action_bar_add_command">${t('add')}</button>
    <ul role="menu" hidden></ul><ul class="entries"></ul>
    <button data-case="refresh">↻</button></section>`);
  const menu = part.querySelector('[role="menu"]');
  part.querySelector('button').onclick = () => (menu.hidden = !menu.hidden);
  for (const type of ['phonecall', 'task', 'appointment', 'notes']) {
    const id = `notescontrol-createNewRecord_flyoutMenuItem_${type}`;
    const item = element(
      `<li role="menuitem" tabindex="0" id="${id}" data-id="${id}">${t(type)}</li>`,
    );
    item.onclick = () => {
      menu.hidden = true;
      if (type === 'notes') noteForm(part);
      else quickCreate(type);
    };
    menu.append(item);
  }
  part.querySelector('.entries').append(entry('…'));
  part.querySelector('[data-case="refresh"]').onclick = () =>
    part.querySelector('.entries').replaceChildren(entry('…'));
  return part;
}

function closeDeal(how) {
  const dialog = element(`<div role="dialog"><h2>${t(how)}</h2><input data-id="actualrevenue_id" />
    <button data-id="ok_id">OK</button><button data-id="cancel_id">${t('cancel')}</button></div>`);
  const [ok, cancel] = dialog.querySelectorAll('button');
  once(ok, async () => {
    if (!(await ask(`${how === 'won' ? 'Win' : 'Lose'}Opportunity`))) return errorDialog();
    dialog.remove();
    closed();
  });
  cancel.onclick = () => dialog.remove();
  document.body.append(dialog);
}

/** Closes the record, or the form says why not. */
const finish = (path) => async () => ((await ask(path)) ? closed() : say(t('failed')));

if (entity === 'opportunity')
  for (const [name, how] of [
    ['MarkAsWon', 'won'],
    ['MarkAsLost', 'lost'],
  ])
    command(`Form.opportunity.${name}`, how, () => closeDeal(how));
if (entity === 'phonecall' || entity === 'task')
  command('SavePrimaryActivityAsComplete', 'complete', finish(`${entity}s`));
if (entity === 'email') command('Form.email.Send', 'send', finish('SendEmail'));
command('AssignPrimaryRecord', 'assign', async () => (await ask('Assign')) && toast());

if (!['phonecall', 'task', 'email'].includes(entity)) main.append(timeline());
main.append(element(`<p data-drawn>Test Person1</p>`));
