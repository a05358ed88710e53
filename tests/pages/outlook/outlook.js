import { element, speaking } from './drawn.js';

/**
 * Outlook on the web as far as the evidence goes (SITES 6): a draft in the reading pane, its button with a menu for later
 * beside it, other drafts that stay in the page while they are not shown. What the server answers is the test's.
 */
const words = {
  en: {
    new: 'New mail',
    send: 'Send',
    later: 'More send options',
    discard: 'Discard',
    failed: 'This message could not be sent.',
    nobody: 'This message must have at least one recipient.',
  },
  de: {
    new: 'Neue E-Mail',
    send: 'Senden',
    later: 'Weitere Sendeoptionen',
    discard: 'Verwerfen',
    failed: 'Diese Nachricht konnte nicht gesendet werden.',
    nobody: 'Diese Nachricht braucht mindestens einen Empfänger.',
  },
  es: {
    new: 'Correo nuevo',
    send: 'Enviar',
    later: 'Más opciones de envío',
    discard: 'Descartar',
    failed: 'No se pudo enviar este mensaje.',
    nobody: 'Este mensaje debe tener al menos un destinatario.',
  },
};
const query = new URLSearchParams(location.search);
const t = speaking(words);
const pane = document.querySelector('main');

let drafts = 0;

/** One shown, and those that wait in the page. */
function compose(to = '', body = '') {
  for (const other of pane.children) other.hidden = true;
  const draft = element(`<div class="draft" id="docking_DockingTriggerPart_0">
    <div data-testid="ComposeSendButton"><button data-case="send">${t('send')}</button><button aria-haspopup="true" aria-label="${t('later')}" data-case="later">▾</button></div>
    <button id="discardCompose">${t('discard')}</button>
    <div class="to" contenteditable="true">${to}</div><input id="MSG_${(drafts += 1)}_SUBJECT" />
    <div role="textbox" contenteditable="true" data-case="body">${body}</div></div>`);
  const button = draft.querySelector('[data-case="send"]');
  const send = async () => {
    if (button.disabled) return;
    if (!draft.querySelector('.to').textContent) {
      draft.prepend(element(`<div role="status" data-case="nobody">${t('nobody')}</div>`));
      return;
    }
    button.disabled = true;
    const { ok } = await fetch('/owa/service.svc', { method: 'POST', body: '{}' });
    button.disabled = false;
    if (ok) {
      draft.remove();
      pane.dataset.sent = '';
    } else draft.prepend(element(`<div role="status" data-case="failed">${t('failed')}</div>`));
  };
  button.onclick = send;
  draft.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  draft.querySelector('#discardCompose').onclick = () => draft.remove();
  pane.append(draft);
}

const button = document.querySelector('[data-case="new"]');
button.textContent = t('new');
button.onclick = () => compose('person@example.com');
if (location.pathname.includes('/deeplink/compose'))
  compose(query.get('to') ?? '', query.get('body') ?? '');
pane.dataset.drawn = '';
