/**
 * SYNTHETIC, ours; fake people. Dolibarr 16 as far as the evidence goes (SITES 7, read off the running application,
 * November 2026; which hidden fields and buttons a form has also from the vendor's source): full page loads, a POST and
 * then a 302, edits and errors answered 200 at an address without a query, Cancel a POST with a 302 as well. The page
 * to sign in at comes at whatever address was asked for (source).
 */
import { escape, serve } from '../../lab/served.mjs';

/**
 * @typedef {object} Own
 * @property {boolean} refusing nothing is stored, as when the database is full
 * @property {() => void} expire the next request is answered with the page to sign in at
 * @typedef {import('../../lab/served.mjs').Served & Own} Dolibarr
 */

/** By the parameter that names a record on its card. */
const cards = {
  contact: { path: '/contact/card.php', id: 'id', field: 'lastname' },
  company: { path: '/societe/card.php', id: 'socid', field: 'name' },
  opportunity: { path: '/projet/card.php', id: 'id', field: 'title' },
  event: { path: '/comm/action/card.php', id: 'id', field: 'label' },
};

/** @param {string} body */
const draw = (body) => `<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta name="author" content="Dolibarr Development Team"><title>Dolibarr 16.0.0</title></head>
<body id="mainbody"><div class="tmenudiv"><a href="/index.php?mainmenu=home">Accueil</a>
<a href="/contact/card.php?id=1">Nora Park</a></div><div class="fiche">${body}</div></body></html>`;

/**
 * A notice, drawn once the document is there.
 *
 * @param {'error' | 'warning' | 'ok'} how
 * @param {string} text
 */
const notice = (how, text) => `<div class="jnotify-container"></div><script>
addEventListener('DOMContentLoaded', () => setTimeout(() => {
  document.querySelector('.jnotify-container').innerHTML =
    '<div class="jnotify-notification jnotify-notification-${how}"><div class="jnotify-message">${text}</div></div>';
}, 30));</script>`;

/** @param {string} name @param {string} value */
const hidden = (name, value) => `<input type="hidden" name="${name}" value="${escape(value)}">`;
/** @param {string} name @param {string} label */
const submit = (name, label) =>
  `<input type="submit" class="button" name="${name}" value="${label}">`;

/** @returns {Promise<Dolibarr>} */
export async function startDolibarr() {
  let lastId = 100;
  let signedIn = true;
  let sent = false;

  /** @type {Own} */
  const own = {
    refusing: false,
    expire() {
      signedIn = false;
    },
  };

  /**
   * @param {keyof typeof cards} kind
   * @param {URLSearchParams} said
   */
  const form = (kind, said, action = 'add') => {
    const { path, field } = cards[kind];
    const opportunity =
      action === 'add'
        ? '<input type="checkbox" name="usage_opportunity" checked>'
        : '<select name="opp_status"><option value="1">PROSP</option><option value="6">WON</option></select>';
    const event = `<select name="actioncode"><option value="AC_OTH">Autre</option><option value="AC_RDV">Rendez-vous</option>
<option value="AC_TEL">Appel</option></select><select name="complete"><option value="-1">Non applicable</option>
<option value="0">0</option><option value="50">50</option><option value="100">100</option></select>
<input type="submit" name="addassignedtouser" value="Affecter">`;
    return `<form method="POST" action="${path}">${hidden('token', 'x')}${hidden('action', action)}
${['id', 'socid', 'backtopage'].map((name) => (said.has(name) ? hidden(name, said.get(name) ?? '') : '')).join('')}
${kind === 'opportunity' ? opportunity : ''}${kind === 'event' ? event : ''}
<input name="${field}" value="${escape(said.get(field) ?? '')}">
${submit(kind === 'contact' || kind === 'event' ? (action === 'add' ? 'add' : 'save') : 'save', 'Enregistrer')}
${submit('cancel', 'Annuler')}</form>`;
  };

  /** @param {string} path @param {string} to */
  const mail = (path, to) => `<div id="mailformdiv"></div>
<form method="POST" name="mailform" id="mailform" enctype="application/x-www-form-urlencoded" action="${path}#formmail">
<input style="display:none" type="submit" id="sendmailhidden" name="sendmail">${hidden('action', 'send')}
<input name="sendto" value="${escape(to)}"><textarea name="message"></textarea>
${submit('sendmail', 'Envoyer')}${submit('cancel', 'Annuler')}</form>`;

  /** @param {import('../../lab/served.mjs').Asked} asked @returns {import('../../lab/served.mjs').Answer} */
  const answer = ({ method, url, form: said }) => {
    if (said.get('actionlogin') === 'login') {
      signedIn = true;
      return { to: '/index.php?mainmenu=home' };
    }
    if (!signedIn)
      return {
        body: `<form id="login" method="POST" action="/index.php">${hidden('actionlogin', 'login')}
<input type="password" name="password"><input type="submit" value="Connexion"></form>`,
      };
    const kinds = /** @type {(keyof typeof cards)[]} */ (Object.keys(cards));
    const kind = kinds.find((one) => url.pathname === cards[one].path);
    if (!kind) return { body: '<h1>Liste</h1>' };
    const { path, id, field } = cards[kind];
    const query = url.searchParams;
    /** @param {string | null} one */
    const view = (one) =>
      `<h1>Fiche ${one}</h1><a href="${path}?${id}=${one}&action=presend">Envoyer un courriel</a>`;

    if (method === 'GET') {
      const one = query.get(id);
      if (query.get('action') === 'create') return { body: form(kind, query) };
      if (query.get('action') === 'edit') return { body: form(kind, query, 'update') };
      const card = `${path}?${id}=${one}`;
      if (query.get('action') === 'presend') return { body: mail(card, 'nora@example.com') };
      const news = sent ? notice('ok', 'Courriel accept&eacute;') : '';
      sent = false;
      return { body: news + view(one) };
    }

    if (said.get('action') === 'send') {
      const card = url.pathname + url.search;
      if (said.has('cancel')) return { to: card };
      const to = said.get('sendto') ?? '';
      if (to === '') return { body: notice('warning', 'Destinataire ?') + mail(card, to) };
      if (own.refusing) return { body: notice('error', 'Non envoy&eacute;') + mail(card, to) };
      sent = true;
      return { to: card };
    }
    const back = said.get('backtopage');
    if (said.get('action') === 'update') {
      if (said.get(field) === '')
        return { body: notice('error', 'Titre ?') + form(kind, said, 'update') };
      return back ? { to: back } : { body: view(said.get(id)) };
    }
    // Events end where the rep came from, or in the company's agenda.
    const agenda = said.get('socid') && `/societe/agenda.php?socid=${said.get('socid')}`;
    if (said.has('cancel')) return { to: back ?? agenda ?? `${path}?${id}=1` };
    if (said.has('addassignedtouser')) return { body: form(kind, said) };
    if (own.refusing || said.get(field) === '')
      return { body: notice('error', 'Le champ est obligatoire') + form(kind, said) };
    lastId += 1;
    return { to: back ?? (kind === 'event' && agenda ? agenda : `${path}?${id}=${lastId}`) };
  };

  return Object.assign(own, await serve(answer, draw));
}
