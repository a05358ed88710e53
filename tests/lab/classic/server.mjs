import { escape, serve } from '../served.mjs';

/**
 * @typedef {object} Own
 * @property {string[]} contacts last names, as stored; contact 1 is the first
 * @property {() => void} expire the next request is answered with the login page
 * @property {boolean} slow pages have a picture that never comes, so that they never finish loading
 * @property {number} errorDelay ms after DOMContentLoaded until an error is drawn
 * @typedef {import('../served.mjs').Served & Own} Classic
 */

const stages = ['lead', 'offer', 'won'];

/**
 * A CRM as they were made for twenty years: every click loads a page. A cancel is a POST with the redirect of a save;
 * an edit is answered 200 at the record's address, and so is an edit that was refused.
 *
 * @returns {Promise<Classic>}
 */
export async function startClassic() {
  const contacts = ['Okafor', 'Lindqvist'];
  const deals = [
    { name: 'Fleet', stage: 'lead' },
    { name: 'Brand', stage: 'lead' },
  ];
  let signedIn = true;

  /** @type {Own} */
  const own = {
    contacts,
    slow: false,
    errorDelay: 30,
    expire() {
      signedIn = false;
    },
  };

  /** @param {string} body */
  const page = (body) => `<!doctype html><title>Classic</title>
<nav><a href="/contacts">Contacts</a> <a href="/contacts/1">First</a> <a href="/contacts/new?company=3">New</a></nav>
<main>${body}</main>${own.slow ? '<img alt="" src="/never.png">' : ''}`;

  /** Drawn by a script once the document is there, as many of them are. @param {string} text */
  const complaint = (text) => `<div id="notices"></div><script>
addEventListener('DOMContentLoaded', () => setTimeout(() => {
  notices.innerHTML = '<p role="alert" class="error">${text}</p>';
}, ${own.errorDelay}));</script>`;

  // The hidden field hides the form's own `action` from scripts, as it does in the wild.
  const buttons =
    '<input type="hidden" name="action" value="x"><button name="save" value="1">Save</button>' +
    '<button name="cancel" value="1" formnovalidate>Cancel</button>';

  /** @param {string} name */
  const contactForm = (name) => `<h1>New contact</h1><form method="post" action="/contacts/new">
<input name="last_name" value="${escape(name)}">${buttons}</form>`;

  /** @param {string} id @param {{ name: string, stage: string }} deal */
  const dealForm = (id, deal) => `<h1>Edit deal</h1><form method="post" action="/deals/${id}">
<input name="name" value="${escape(deal.name)}"><select name="stage">${stages
    .map((one) => `<option${one === deal.stage ? ' selected' : ''}>${one}</option>`)
    .join('')}</select>${buttons}</form>`;

  /** @param {string} id */
  const dealPage = (id) => {
    const { name, stage } = deals[Number(id) - 1] ?? { name: '?', stage: '?' };
    return `<h1>${escape(name)}</h1><p>${stage}</p><a href="/deals/${id}/edit">Edit</a>`;
  };

  /**
   * @param {import('../served.mjs').Asked} asked
   * @returns {import('../served.mjs').Answer}
   */
  const answer = ({ method, url, form }) => {
    const { pathname } = url;
    if (pathname === '/login') {
      const next = url.searchParams.get('next') ?? '/contacts';
      if (method === 'POST') {
        signedIn = true;
        return { to: next };
      }
      return {
        body: `<h1>Log in</h1><form method="post" action="/login?next=${encodeURIComponent(next)}"><button name="login">Log in</button></form>`,
      };
    }
    if (!signedIn) return { to: '/login?next=/contacts/1' };
    if (pathname === '/contacts/new') {
      if (method !== 'POST') return { body: contactForm('') };
      if (form.has('cancel')) return { to: '/contacts/1' };
      const name = form.get('last_name') ?? '';
      if (name === '') return { body: complaint('A name is missing') + contactForm(name) };
      contacts.push(name);
      return { to: `/contacts/${contacts.length}` };
    }
    const [, table, id = '', verb] = pathname.split('/');
    if (table === 'contacts' && id) {
      return { body: `<h1>${escape(contacts[Number(id) - 1] ?? '?')}</h1>` };
    }
    if (table === 'deals' && id) {
      const deal = deals[Number(id) - 1];
      if (verb === 'edit' && deal) return { body: dealForm(id, deal) };
      if (method !== 'POST' || !deal) return { body: dealPage(id) };
      if (form.has('cancel')) return { to: `/deals/${id}` };
      const typed = { name: form.get('name') ?? '', stage: form.get('stage') ?? deal.stage };
      if (typed.name === '') return { body: complaint('A name is missing') + dealForm(id, typed) };
      Object.assign(deal, typed);
      return { body: dealPage(id) };
    }
    return {
      body: `<h1>Contacts</h1><ul>${contacts.map((one) => `<li>${escape(one)}`).join('')}</ul>`,
    };
  };

  return Object.assign(own, await serve(answer, page));
}
