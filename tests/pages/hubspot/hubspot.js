import { element, speaking } from './drawn.js';

/**
 * A contact in HubSpot as far as the evidence goes (SITES 4): five openers, one activity window, the timeline, and the
 * floating alert, which looks the same for good and bad news. What the server answers is the test's.
 */
const words = {
  en: {
    note: 'Note',
    email: 'Email',
    call: 'Call',
    task: 'Task',
    meeting: 'Meeting',
    noteSave: 'Create note',
    emailSave: 'Send',
    callSave: 'Log activity',
    taskSave: 'Create',
    meetingSave: 'Log meeting',
    noteDone: 'Note created',
    emailDone: 'Email sent',
    callDone: 'Activity logged',
    taskDone: 'Task created',
    meetingDone: 'Meeting logged',
    close: 'Close',
    minimise: 'Minimize',
    failed: 'This could not be saved. Try again.',
    earlier: 'Became a lead',
    breeze: 'Breeze Assistant',
    ask: 'Send',
    asked: 'Sent to Breeze',
    stage: 'Deal stage',
    qualified: 'Qualified',
    presentation: 'Presentation scheduled',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Property updated',
  },
  de: {
    note: 'Notiz',
    email: 'E-Mail',
    call: 'Anruf',
    task: 'Aufgabe',
    meeting: 'Besprechung',
    noteSave: 'Notiz erstellen',
    emailSave: 'Senden',
    callSave: 'Aktivität protokollieren',
    taskSave: 'Erstellen',
    meetingSave: 'Besprechung protokollieren',
    noteDone: 'Notiz erstellt',
    emailDone: 'E-Mail gesendet',
    callDone: 'Aktivität protokolliert',
    taskDone: 'Aufgabe erstellt',
    meetingDone: 'Besprechung protokolliert',
    close: 'Schließen',
    minimise: 'Minimieren',
    failed: 'Das konnte nicht gespeichert werden. Versuchen Sie es erneut.',
    earlier: 'Wurde zum Lead',
    breeze: 'Breeze-Assistent',
    ask: 'Senden',
    asked: 'An Breeze gesendet',
    stage: 'Deal-Phase',
    qualified: 'Qualifiziert',
    presentation: 'Präsentation geplant',
    save: 'Speichern',
    cancel: 'Abbrechen',
    saved: 'Eigenschaft aktualisiert',
  },
  es: {
    note: 'Nota',
    email: 'Correo',
    call: 'Llamada',
    task: 'Tarea',
    meeting: 'Reunión',
    noteSave: 'Crear nota',
    emailSave: 'Enviar',
    callSave: 'Registrar actividad',
    taskSave: 'Crear',
    meetingSave: 'Registrar reunión',
    noteDone: 'Nota creada',
    emailDone: 'Correo enviado',
    callDone: 'Actividad registrada',
    taskDone: 'Tarea creada',
    meetingDone: 'Reunión registrada',
    close: 'Cerrar',
    minimise: 'Minimizar',
    failed: 'No se pudo guardar. Inténtalo de nuevo.',
    earlier: 'Se convirtió en lead',
    breeze: 'Asistente de Breeze',
    ask: 'Enviar',
    asked: 'Enviado a Breeze',
    stage: 'Etapa del negocio',
    qualified: 'Calificado',
    presentation: 'Presentación programada',
    save: 'Guardar',
    cancel: 'Cancelar',
    saved: 'Propiedad actualizada',
  },
};
const query = new URLSearchParams(location.search);
const t = speaking(words);
const main = document.querySelector('main');

function alert(text) {
  const box = element(
    `<div class="private-floating-alert-list__child-wrapper"><div class="private-floating-alert-list__child"><div class="private-floating-alert">${text}</div></div></div>`,
  );
  document.querySelector('.private-floating-alert-list').append(box);
  setTimeout(() => box.remove(), 5000);
}

/** Asks; further presses of the button pass unheard meanwhile, though it is not `disabled`. */
async function send(button, path, body = {}) {
  if (button.ariaDisabled === 'true') return false;
  button.ariaDisabled = 'true';
  // A server takes its time, so that the second press of a double one falls into it.
  const [{ ok }] = await Promise.all([
    fetch(`/api/${path}`, { method: 'POST', body: JSON.stringify(body) }),
    new Promise((passed) => setTimeout(passed, 300)),
  ]);
  button.ariaDisabled = null;
  if (!ok) alert(t('failed'));
  return ok;
}

const kinds = ['note', 'email', 'call', 'task', 'meeting'];

/** One at a time, each a new one. */
function openWindow(kind) {
  document.querySelector('[role="dialog"]')?.remove();
  const dialog =
    element(`<div role="dialog"><header><i18n-string data-key="communications.communicator.tabs.${kind.toUpperCase()}">${t(kind)}</i18n-string>
    <button type="button" aria-label="${t('minimise')}" data-lab-minimise>–</button><button type="button" aria-label="${t('close')}" data-lab-close>×</button></header>
    <div data-test-id="rte-content" class="ProseMirror" contenteditable="true"></div><button data-test-id="activity-creator-window-footer-save-button">${t(`${kind}Save`)}</button></div>`);
  for (const button of dialog.querySelectorAll('header button'))
    button.onclick = () => shut(dialog);
  const button = dialog.querySelector('[data-test-id$="-save-button"]');
  button.onclick = async () => {
    if (!(await send(button, 'engagements/v1', { type: kind.toUpperCase() }))) return;
    shut(dialog);
    main
      .querySelector('[data-test-id="card-wrapper-timeline"]')
      .prepend(element(`<div>${t(kind)}</div>`));
    alert(t(`${kind}Done`));
  };
  show(dialog);
}

/** `?frame`: in a frame of its own, of the same origin, as HubSpot draws some of them (S). */
function show(dialog) {
  document.querySelector('iframe')?.remove();
  if (!query.has('frame')) {
    document.body.append(dialog);
    return;
  }
  const frame = element('<iframe src="/client/frame.html" data-case="frame"></iframe>');
  frame.onload = () => frame.contentDocument.body.append(dialog);
  document.body.append(frame);
}

function shut(dialog) {
  dialog.remove();
  document.querySelector('iframe')?.remove();
}

function openers() {
  const box = element(
    `<div data-test-id="left-sidebar"><div data-selenium-test="profile-settings">${kinds
      .map((kind) => {
        const id = `create-engagement-${kind}-button`;
        return `<button data-test-id="${id}" data-selenium-test="${id}">${t(kind)}</button>`;
      })
      .join('')}</div></div>`,
  );
  box.querySelectorAll('button').forEach((button, at) => {
    button.onclick = () => openWindow(kinds[at]);
  });
  return box;
}

/** A property, not an activity: a value is chosen, then saved in a bar of its own (N). */
function dealStage() {
  const box =
    element(`<div><h3>${t('stage')}</h3><div data-test-id="property-input-dealstage" data-selenium-test="property-input-dealstage" data-case="deal-stage">${t('qualified')}</div>
    <div hidden><button data-case="deal-stage-cancel">${t('cancel')}</button><button data-case="deal-stage-save">${t('save')}</button></div></div>`);
  const value = box.querySelector('[data-case="deal-stage"]');
  const bar = box.querySelector('[hidden]');
  const button = box.querySelector('[data-case="deal-stage-save"]');
  const set = (word) => {
    value.textContent = t(word);
    bar.hidden = word === 'qualified';
  };
  value.onclick = () => set('presentation');
  box.querySelector('[data-case="deal-stage-cancel"]').onclick = () => set('qualified');
  button.onclick = async () => {
    if (!(await send(button, 'properties/v1', { dealstage: 'presentation' }))) return;
    bar.hidden = true;
    alert(t('saved'));
  };
  return box;
}

/** The assistant has the same editor. Its real one is in a frame; here it stands nearer. */
function breeze() {
  const box =
    element(`<div data-case="breeze"><h3>${t('breeze')}</h3><div data-test-id="rte-content" class="ProseMirror" contenteditable="true" data-case="breeze-editor"></div>
    <button type="button" data-case="breeze-send">${t('ask')}</button></div>`);
  const button = box.querySelector('button');
  button.onclick = async () => {
    if (!(await send(button, 'breeze/v1'))) return;
    box.querySelector('[data-case="breeze-editor"]').replaceChildren();
    alert(t('asked'));
  };
  return box;
}

const left = openers();
left.append(dealStage());
const right = element('<div data-test-id="records-right-sidebar"></div>');
right.append(breeze());
main.append(
  left,
  element(
    `<div data-test-id="middle-pane"><div data-test-id="card-wrapper-timeline"><div>${t('earlier')}</div></div></div>`,
  ),
  right,
);
main.dataset.drawn = '';
