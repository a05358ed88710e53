import { element, speaking } from './drawn.js';

/**
 * Gmail as far as the evidence goes (SITES 6): mails that are written in windows of their own or below a thread, their
 * buttons, and the one notice that says how sending, throwing away and archiving went. What the server answers is the
 * test's.
 */
const words = {
  en: {
    compose: 'Compose',
    reply: 'Reply',
    send: 'Send',
    archive: 'Send + archive',
    later: 'More send options',
    discard: 'Discard draft',
    close: 'Save & close',
    sending: 'Sending…',
    sent: 'Message sent',
    discarded: 'Draft discarded.',
    archived: 'Conversation archived.',
    undo: 'Undo',
    view: 'View message',
    failed: 'Oops, a problem was encountered while trying to send your message.',
    nobody: 'Please specify at least one recipient.',
    undone: 'Sending undone.',
  },
  de: {
    compose: 'Schreiben',
    reply: 'Antworten',
    send: 'Senden',
    archive: 'Senden & archivieren',
    later: 'Weitere Sendeoptionen',
    discard: 'Entwurf verwerfen',
    close: 'Speichern & schließen',
    sending: 'Wird gesendet…',
    sent: 'Nachricht gesendet',
    discarded: 'Entwurf verworfen.',
    archived: 'Unterhaltung archiviert.',
    undo: 'Rückgängig machen',
    view: 'Nachricht ansehen',
    failed: 'Beim Senden ist ein Problem aufgetreten.',
    nobody: 'Gib mindestens einen Empfänger an.',
    undone: 'Senden rückgängig gemacht.',
  },
  es: {
    compose: 'Redactar',
    reply: 'Responder',
    send: 'Enviar',
    archive: 'Enviar y archivar',
    later: 'Más opciones de envío',
    discard: 'Descartar borrador',
    close: 'Guardar y cerrar',
    sending: 'Enviando…',
    sent: 'Mensaje enviado',
    discarded: 'Borrador descartado.',
    archived: 'Conversación archivada.',
    undo: 'Deshacer',
    view: 'Ver mensaje',
    failed: 'Se produjo un problema al enviar el mensaje.',
    nobody: 'Especifica al menos un destinatario.',
    undone: 'Se deshizo el envío.',
  },
};
const query = new URLSearchParams(location.search);
const t = speaking(words);
const snackbar = document.querySelector('[role="alert"]');

/** One notice for everything, drawn anew inside; what can be taken back has a link for that. */
function say(text, undo) {
  snackbar.replaceChildren(
    element(`<div class="vh"><span class="aT"><span class="bAq">${text}</span></span></div>`),
  );
  if (!undo) return;
  const link = element(`<span id="link_undo" role="link" tabindex="0">${t('undo')}</span>`);
  link.onclick = undo;
  snackbar.firstElementChild.append(link);
}

let mails = 0;

/** A mail that is being written: in a window, or below the thread where it is an answer. */
function compose({ to = '', answer = false, body = '' } = {}) {
  mails += 1;
  const mail =
    element(`<div class="nH Hd" role="dialog"><img class="Ha" alt="${t('close')}" width="16" height="16" />
    <div role="region" class="aoI" data-compose-id="${mails}">
      <input class="to" role="combobox" value="${to}" /><input name="subjectbox" />
      <div class="Am Al editable" role="textbox" contenteditable="true">${body}</div>
      <div class="IZ"><div class="Up"><div>
        <div role="button" tabindex="0" class="T-I J-J5-Ji aoO v7 T-I-atl L3" data-case="send">${t('send')}</div>
        ${answer ? `<div role="button" tabindex="0" class="T-I J-J5-Ji Uo v7 T-I-atl L3" data-case="archive">${t('archive')}</div>` : ''}
        <div role="button" tabindex="0" class="T-I hG T-I-atl L3" aria-haspopup="true" data-case="later" aria-label="${t('later')}">▾</div>
      </div></div></div>
      <div role="button" tabindex="0" class="og T-I-J3" data-case="discard">${t('discard')}</div>
    </div></div>`);
  const region = mail.querySelector('[role="region"]');
  const shown = answer ? region : mail;
  const isFor = mail.querySelector('.to');
  const send = async () => {
    if (shown.hidden) return;
    if (!isFor.value) {
      document.body.append(
        element(
          `<div role="alertdialog" class="Kj-JD"><p>${t('nobody')}</p><button>OK</button></div>`,
        ),
      );
      document.querySelector('[role="alertdialog"] button').onclick = ({ target }) =>
        target.parentElement.remove();
      return;
    }
    shown.hidden = true;
    say(t('sending'));
    const { ok } = await fetch('/sync/u/0/i/s', { method: 'POST', body: '{}' });
    if (!ok) {
      shown.hidden = false;
      say(t('failed'));
      return;
    }
    shown.remove();
    say(t('sent'), () => {
      compose({ to: isFor.value, answer });
      say(t('undone'));
    });
  };
  const byKey = (event) => event.key === 'Enter' || event.key === ' ';
  for (const button of mail.querySelectorAll('[data-case="send"], [data-case="archive"]')) {
    button.onclick = send;
    button.onkeydown = (event) => byKey(event) && send();
  }
  region.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  mail.querySelector('[data-case="discard"]').onclick = () => {
    shown.remove();
    say(t('discarded'), () => compose({ to: isFor.value, answer }));
  };
  mail.querySelector('.Ha').onclick = () => shown.remove();
  document.querySelector(answer ? '.replies' : '.dw').append(shown);
}

const button = document.querySelector('[gh="cm"]');
button.textContent = t('compose');
button.onclick = () => compose({ to: 'person@example.com' });
const reply = element(
  `<span class="ams bkH" role="link" tabindex="0" data-case="reply">${t('reply')}</span>`,
);
reply.onclick = () => compose({ to: 'person@example.com', answer: true });
const archive = element(
  `<span role="link" tabindex="0" data-case="archive-thread">${t('archived')}</span>`,
);
archive.onclick = () => say(t('archived'), () => say(''));
document.querySelector('[role="main"]').append(reply, archive);
if (query.get('view') === 'cm')
  compose({ to: query.get('to') ?? '', body: query.get('body') ?? '' });
document.querySelector('[role="main"]').dataset.drawn = '';
