import { element, speaking } from './drawn.js';

/**
 * A record of Salesforce Lightning as far as the evidence goes (SITES 3): the composer and its panel, the path, and the
 * toasts in which the outcome stands. The names of the controllers are made up. What the server answers is the test's.
 */
const words = {
  en: {
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    send: 'Send',
    share: 'Share',
    edit: 'Edit',
    convert: 'Convert',
    subject: 'Subject',
    comments: 'Comments',
    due: 'Due Date',
    start: 'Start',
    to: 'To',
    lastName: 'Last Name',
    LogACall: 'Log a Call',
    NewTask: 'New Task',
    NewCase: 'New Case',
    NewEvent: 'New Event',
    SendEmail: 'Email',
    LogACallSubject: 'Call',
    LogACallDone: 'Task "Call" was created.',
    NewTaskDone: 'Task "Follow up" was created.',
    NewCaseDone: 'Case "1" was created.',
    NewEventDone: 'Event "Meeting" was created.',
    SendEmailDone: 'Email was sent.',
    posted: 'Your post was shared.',
    saved: 'The record was saved.',
    failed: 'Review the errors on this page.',
    Open: 'Open',
    Working: 'Working',
    Nurturing: 'Nurturing',
    Prospecting: 'Prospecting',
    Proposal: 'Proposal',
    Negotiation: 'Negotiation',
    Closed: 'Closed',
    'Closed Won': 'Closed Won',
    'Closed Lost': 'Closed Lost',
    complete: 'Mark Stage as Complete',
    current: 'Mark as Current Stage',
    closing: 'Select Closed Stage',
    closeThis: 'Close This Record',
    changed: 'Stage changed successfully.',
  },
  de: {
    close: 'Schließen',
    cancel: 'Abbrechen',
    save: 'Speichern',
    send: 'Senden',
    share: 'Teilen',
    edit: 'Bearbeiten',
    convert: 'Konvertieren',
    subject: 'Thema',
    comments: 'Kommentare',
    due: 'Fälligkeitsdatum',
    start: 'Beginn',
    to: 'An',
    lastName: 'Nachname',
    LogACall: 'Anruf protokollieren',
    NewTask: 'Neue Aufgabe',
    NewCase: 'Neuer Kundenvorgang',
    NewEvent: 'Neues Ereignis',
    SendEmail: 'E-Mail',
    LogACallSubject: 'Anruf',
    LogACallDone: 'Aufgabe "Anruf" wurde erstellt.',
    NewTaskDone: 'Aufgabe "Nachfassen" wurde erstellt.',
    NewCaseDone: 'Kundenvorgang "1" wurde erstellt.',
    NewEventDone: 'Ereignis "Besprechung" wurde erstellt.',
    SendEmailDone: 'Die E-Mail wurde gesendet.',
    posted: 'Ihr Beitrag wurde geteilt.',
    saved: 'Der Datensatz wurde gespeichert.',
    failed: 'Überprüfen Sie die Fehler auf dieser Seite.',
    Open: 'Offen',
    Working: 'In Arbeit',
    Nurturing: 'In Pflege',
    Prospecting: 'Suche',
    Proposal: 'Angebot',
    Negotiation: 'Verhandlung',
    Closed: 'Geschlossen',
    'Closed Won': 'Gewonnen',
    'Closed Lost': 'Verloren',
    complete: 'Phase als abgeschlossen markieren',
    current: 'Als aktuelle Phase markieren',
    closing: 'Geschlossene Phase auswählen',
    closeThis: 'Diesen Datensatz schließen',
    changed: 'Die Phase wurde geändert.',
  },
  es: {
    close: 'Cerrar',
    cancel: 'Cancelar',
    save: 'Guardar',
    send: 'Enviar',
    share: 'Compartir',
    edit: 'Modificar',
    convert: 'Convertir',
    subject: 'Asunto',
    comments: 'Comentarios',
    due: 'Fecha de vencimiento',
    start: 'Inicio',
    to: 'Para',
    lastName: 'Apellidos',
    LogACall: 'Registrar una llamada',
    NewTask: 'Nueva tarea',
    NewCase: 'Nuevo caso',
    NewEvent: 'Nuevo evento',
    SendEmail: 'Correo electrónico',
    LogACallSubject: 'Llamada',
    LogACallDone: 'Se creó la tarea "Llamada".',
    NewTaskDone: 'Se creó la tarea "Seguimiento".',
    NewCaseDone: 'Se creó el caso "1".',
    NewEventDone: 'Se creó el evento "Reunión".',
    SendEmailDone: 'Se envió el correo electrónico.',
    posted: 'Se compartió su publicación.',
    saved: 'Se guardó el registro.',
    failed: 'Revise los errores de esta página.',
    Open: 'Abierto',
    Working: 'En curso',
    Nurturing: 'En seguimiento',
    Prospecting: 'Prospección',
    Proposal: 'Propuesta',
    Negotiation: 'Negociación',
    Closed: 'Cerrado',
    'Closed Won': 'Ganado',
    'Closed Lost': 'Perdido',
    complete: 'Marcar etapa como completada',
    current: 'Marcar como etapa actual',
    closing: 'Seleccionar etapa cerrada',
    closeThis: 'Cerrar este registro',
    changed: 'La etapa se cambió.',
  },
};
const query = new URLSearchParams(location.search);
const t = speaking(words);
const lwc = query.has('toast');
/** In native shadow, as newer parts may be. */
const toasts =
  query.get('toast') === 'shadow'
    ? document.querySelector('lightning-toast-container').attachShadow({ mode: 'open' })
    : document.querySelector(lwc ? 'lightning-toast-container' : '.toastContainer');
const object = location.pathname.split('/')[3] === 'Opportunity' ? 'Opportunity' : 'Lead';
const record = document.querySelector('#record');

function toast(outcome, text) {
  const box = lwc
    ? element(
        `<lightning-toast variant="${outcome}" mode="dismissible"><span></span><button title="${t('close')}"></button></lightning-toast>`,
      )
    : element(
        `<div class="forceToastMessage slds-notify slds-notify--toast slds-theme--${outcome}" data-key="${outcome}" role="alertdialog"><span class="toastMessage slds-text-heading--small forceActionsText"></span><button class="toastClose" title="${t('close')}"></button></div>`,
      );
  box.querySelector('span').textContent = text;
  box.querySelector('button').onclick = () => box.remove();
  toasts.append(box);
  setTimeout(() => box.remove(), 5000);
}

const controllers = {
  quickAction: 'ui-force-components-controllers-quickAction.QuickAction.perform',
  email: 'ui-email-components-controllers-composer.EmailComposer.send',
  chatter: 'ui-chatter-components-controllers-publisher.Publisher.post',
  record: 'ui-force-components-controllers-record.Record.update',
  path: 'ui-sales-components-controllers-pathAssistant.PathAssistant.updateStep',
};
let requests = 0;

/** Asks, with the pressed button out of use meanwhile, and says in a toast if it failed. */
async function save(button, controller) {
  if (button.disabled) return false;
  button.disabled = true;
  // A server takes its time, so that the second press of a double one falls into it.
  const [{ ok }] = await Promise.all([
    fetch(`/api/aura?r=${(requests += 1)}&${controllers[controller]}=1`, { method: 'POST' }),
    new Promise((passed) => setTimeout(passed, 300)),
  ]);
  button.disabled = false;
  if (ok) return true;
  toast('error', t('failed'));
  return false;
}

const field = (word) => `<input aria-label="${t(word)}">`;
const subject = (value = '') =>
  `<input role="combobox" aria-label="${t('subject')}" value="${value}">`;
const text = () => `<textarea aria-label="${t('comments')}"></textarea>`;

const actions = {
  LogACall: () => [subject(t('LogACallSubject')), text()],
  NewTask: () => [subject(), field('due'), text()],
  NewEvent: () => [subject(), field('start'), text()],
  SendEmail: () => [field('to'), field('subject'), text()],
  NewCase: () => [subject(), text()],
};

/** One at a time, each a new one. */
function openPanel(name) {
  record.querySelector('.runtime_platform_actionsQuickActionWrapper')?.remove();
  const email = name === 'SendEmail';
  const panel =
    element(`<div class="runtime_platform_actionsQuickActionWrapper"><div class="quick-actions-panel">
    <button class="slds-button" type="button" title="${t('close')}" data-lab-close>×</button>${actions[name]().join('')}
    <div class="bottomBar"><button class="slds-button slds-button--brand cuf-publisherShareButton uiButton" type="button"><span class="label bBody">${t(email ? 'send' : 'save')}</span></button></div></div></div>`);
  panel.querySelector('[data-lab-close]').onclick = () => panel.remove();
  const button = panel.querySelector('.cuf-publisherShareButton');
  button.onclick = async () => {
    if (!(await save(button, email ? 'email' : 'quickAction'))) return;
    toast('success', t(`${name}Done`));
    for (const input of panel.querySelectorAll('input, textarea')) input.value = '';
    panel.remove();
  };
  record.querySelector('[data-lab-panel]').append(panel);
}

function composer() {
  const activities = Object.keys(actions).filter((name) => name !== 'NewCase');
  const groups = activities.map(
    (name) =>
      `<lightning-button-group data-target-selection-name="${name}"><button title="${t(name)}" data-target-selection-name="sfdc:QuickAction.${object}.${name}" data-lab-action="${name}">${t(name)}</button></lightning-button-group>`,
  );
  const box = element(
    `<runtime_sales_activities-activity-panel-composer>${groups.join('')}</runtime_sales_activities-activity-panel-composer>`,
  );
  for (const button of box.querySelectorAll('[data-lab-action]'))
    button.onclick = () => openPanel(button.dataset.labAction);
  return box;
}

/** The record's own form, which is no activity. */
function openForm() {
  record.querySelector('[data-case="record-form"]')?.remove();
  const form =
    element(`<div role="dialog" data-case="record-form"><label>${t('lastName')} <input name="lastName"></label>
    <records-form-footer><button name="CancelEdit" type="button" data-case="record-cancel">${t('cancel')}</button><button name="SaveEdit" type="button" data-case="record-save">${t('save')}</button></records-form-footer></div>`);
  form.querySelector('[name="CancelEdit"]').onclick = () => form.remove();
  const button = form.querySelector('[name="SaveEdit"]');
  button.onclick = async () => {
    if (!(await save(button, 'record'))) return;
    toast('success', t('saved'));
    form.remove();
  };
  record.querySelector('[data-lab-panel]').append(form);
}

function ribbon() {
  const item = (name, word, more = '') =>
    `<li data-target-selection-name="sfdc:StandardButton.${object}.${name}"><runtime_platform_actions-action-renderer apiname="${name}" title="${t(word)}"><button name="${name}"${more}>${t(word)}</button></runtime_platform_actions-action-renderer></li>`;
  // Known by its item alone; the renderer has the object's name in it.
  const action = (name, more) =>
    `<li data-target-selection-name="sfdc:QuickAction.${object}.${name}"><runtime_platform_actions-action-renderer apiname="${object}.${name}" title="${t(name)}"><button${more}>${t(name)}</button></runtime_platform_actions-action-renderer></li>`;
  const box = element(
    `<div class="slds-page-header"><runtime_platform_actions-actions-ribbon><ul>${item('Edit', 'edit', ' data-case="edit"')}${action('LogACall', ' data-case="ribbon-call"')}${action('NewCase', ' data-case="new-case"')}${object === 'Lead' ? item('Convert', 'convert') : ''}</ul></runtime_platform_actions-actions-ribbon></div>`,
  );
  box.querySelector('[name="Edit"]').onclick = openForm;
  // From here an action has an address of its own.
  for (const button of box.querySelectorAll('[data-case="ribbon-call"], [data-case="new-case"]'))
    button.onclick = () => {
      const name = button.closest('li').dataset.targetSelectionName.split('.').at(-1);
      const [, , , , id] = location.pathname.split('/');
      history.pushState({}, '', `/lightning/action/quick/${object}.${name}?recordId=${id}`);
      openPanel(name);
    };
  return box;
}

const open = {
  Lead: ['Open', 'Working', 'Nurturing'],
  Opportunity: ['Prospecting', 'Proposal', 'Negotiation'],
}[object];
const steps = [...open, 'Closed'];

/** `slds-is-current` is where the record stands, `slds-is-active` what is selected; the button is about the latter. */
function path() {
  let [current] = steps;
  let selected = current;
  const box = element(
    `<runtime_sales_pathassistant-path class="runtime_sales_pathassistantPathAssistant"><ul class="slds-path__nav">${steps
      .map((step) => `<li class="slds-path__item" data-name="${step}"><a>${t(step)}</a></li>`)
      .join(
        '',
      )}</ul><button class="slds-button slds-button_brand slds-path__mark-complete stepAction current uiButton" type="button"><span></span></button></runtime_sales_pathassistant-path>`,
  );
  const button = box.querySelector('button');
  const again = () => {
    for (const item of box.querySelectorAll('li')) {
      const before = steps.indexOf(item.dataset.name) - steps.indexOf(current);
      item.classList.toggle('slds-is-complete', before < 0);
      item.classList.toggle('slds-is-current', before === 0);
      item.classList.toggle('slds-is-incomplete', before > 0);
      item.classList.toggle('slds-is-active', item.dataset.name === selected);
    }
    const word = selected === current ? 'complete' : 'current';
    button.firstElementChild.textContent = t(selected === 'Closed' ? 'closing' : word);
  };
  const moveTo = (step) => {
    current = selected = step;
    again();
    toast('success', t('changed'));
  };

  function openClosed() {
    document.querySelector('.runtime_sales_pathassistantPathAssistantStepClosed')?.remove();
    const dialog =
      element(`<div class="runtime_sales_pathassistantPathAssistantStepClosed" role="dialog"><h2>${t('closeThis')}</h2>
      <select>${['Closed Won', 'Closed Lost'].map((value) => `<option value="${value}">${t(value)}</option>`).join('')}</select>
      <button class="slds-button slds-button--neutral uiButton" type="button" data-lab-close>${t('cancel')}</button><button class="slds-button slds-button--brand uiButton--default uiButton" type="button">${t('save')}</button></div>`);
    dialog.querySelector('[data-lab-close]').onclick = () => dialog.remove();
    const confirm = dialog.querySelector('.uiButton--default');
    confirm.onclick = async () => {
      if (!(await save(confirm, 'path'))) return;
      dialog.remove();
      moveTo('Closed');
    };
    record.querySelector('[data-lab-panel]').append(dialog);
  }

  for (const item of box.querySelectorAll('li'))
    item.onclick = () => {
      selected = item.dataset.name;
      again();
    };
  button.onclick = async () => {
    const next = selected === current ? steps[steps.indexOf(current) + 1] : selected;
    if (next === undefined || next === 'Closed') return openClosed();
    if (await save(button, 'path')) moveTo(next);
  };
  again();
  return box;
}

/** Chatter: the same class of button, the same toast. */
function chatter() {
  const box = element(
    `<div class="qe-textPostDesktop" data-case="chatter-negative"><button class="slds-button cuf-publisherShareButton qe-textPostDesktop uiButton" type="button" data-case="chatter-share">${t('share')}</button></div>`,
  );
  const button = box.querySelector('button');
  button.onclick = async () => {
    if (await save(button, 'chatter')) toast('success', t('posted'));
  };
  return box;
}

/** What stands ready in a tab of the console that is not shown. */
function hiddenTab() {
  const button = element(
    `<button class="slds-button slds-button--brand cuf-publisherShareButton uiButton" type="button" data-case="hidden-save">${t('save')}</button>`,
  );
  button.onclick = async () => {
    if (await save(button, 'quickAction')) toast('success', t('LogACallDone'));
  };
  return button;
}

document.title = `Test ${object} | Salesforce`;
record.append(ribbon(), path(), composer(), chatter(), element('<div data-lab-panel></div>'));
document.querySelector('[data-case="hidden-console-tab"]').append(hiddenTab());
record.dataset.drawn = object;
