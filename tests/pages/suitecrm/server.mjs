/**
 * SYNTHETIC, ours; fake people. SuiteCRM 7 as far as the evidence goes (SITES 5, the vendor's own tests of October 2024;
 * hidden fields, buttons and what they do also from the vendor's source): full page loads, everything at `index.php`,
 * forms that a script sends once it has found nothing missing, a redirect to the DetailView. Nobody has seen it live.
 */
import { escape, serve } from '../../lab/served.mjs';

/**
 * @typedef {object} Own
 * @property {boolean} refusing nothing is stored, and a page without an address of its own says so
 * @property {boolean} doubting a record of that name may be there already, and a page asks
 * @property {() => void} expire the next request is answered with the page to sign in at
 * @typedef {import('../../lab/served.mjs').Served & Own} SuiteCrm
 */

/** Options of the selects, by module: what is stored, whatever the language. */
const selects = {
  Calls: ['status', ['Planned', 'Held', 'Not Held']],
  Meetings: ['status', ['Planned', 'Held', 'Not Held']],
  Tasks: ['status', ['Not Started', 'Completed', 'Deferred']],
  Opportunities: ['sales_stage', ['Prospecting', 'Negotiation/Review', 'Closed Won']],
};

/** @param {string} body */
const draw = (
  body,
) => `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>SuiteCRM</title>
<script>
function send(form) {
  form.elements.action.value = 'Save';
  for (const one of form.querySelectorAll('.validation-message')) one.remove();
  const name = form.elements.name;
  if (!name || name.value) form.submit();
  else name.insertAdjacentHTML('afterend', '<div class="required validation-message">Falta: Nombre</div>');
  return false;
}
</script>
<script src="cache/include/javascript/sugar_grp1.js?v=x"></script></head>
<body><nav><a href="index.php?module=Contacts&action=DetailView&record=c-1">Nora Park</a></nav>
<div id="content">${body}</div></body></html>`;

/** @param {Record<string, string>} fields */
const hidden = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');

/** @param {string} module @param {string} record */
const detail = (module, record) => `index.php?action=DetailView&module=${module}&record=${record}`;

/** @param {string} module @param {string} record @param {URLSearchParams} query */
function editView(module, record, query) {
  const [name, options] = selects[/** @type {keyof typeof selects} */ (module)] ?? [];
  const isActivity = ['Calls', 'Meetings', 'Tasks', 'Notes'].includes(module);
  const back = detail(query.get('return_module') ?? module, query.get('return_id') ?? 'x-1');
  // Those of calls and meetings are plain buttons, whose script sends the form.
  const type = module === 'Calls' || module === 'Meetings' ? 'button' : 'submit';
  /** @param {string} place */
  const buttons = (place) =>
    `<input type="${type}" id="SAVE_${place}" onclick="return send(this.form)" value="Guardar">
<input type="button" id="CANCEL_${place}" onclick="location.href='${back}'" value="Cancelar">`;
  return `<form action="index.php" method="POST" name="EditView" id="EditView">
${hidden({ module, record, action: '', return_module: query.get('return_module') ?? '', return_id: query.get('return_id') ?? '' })}
${buttons('HEADER')}<input name="name" value="">
${name ? `<select name="${name}">${options?.map((one) => `<option>${one}</option>`).join('')}</select>` : ''}
${isActivity ? `<select name="parent_type"><option>Accounts</option><option selected>Contacts</option></select>${hidden({ parent_id: query.get('return_id') ?? '' })}` : ''}
${buttons('FOOTER')}</form>`;
}

/** @param {string} module @param {string} record */
function detailView(module, record) {
  const closes = module === 'Calls' || module === 'Tasks';
  return `<h2>${module} ${escape(record)}</h2>
<a id="edit" href="index.php?module=${module}&action=EditView&record=${record}">Editar</a>
<form action="index.php" method="POST" name="formDetailView" id="formDetailView">
${hidden({ module, record, action: '', isSaveAndNew: 'false' })}
${
  closes
    ? `<input type="button" id="close_create_button" value="Cerrar y crear" onclick="this.form.isSaveAndNew.value=true;send(this.form)">
<input type="button" id="close_button" value="Cerrar" onclick="send(this.form)">`
    : ''
}</form>`;
}

/** @returns {Promise<SuiteCrm>} */
export async function startSuiteCrm() {
  let last = 100;
  let signedIn = true;

  /** @type {Own} */
  const own = {
    refusing: false,
    doubting: false,
    expire() {
      signedIn = false;
    },
  };

  /** @param {import('../../lab/served.mjs').Asked} asked @returns {import('../../lab/served.mjs').Answer} */
  const answer = ({ method, url, form: said }) => {
    if (url.pathname !== '/index.php') return { body: '' };
    if (said.get('action') === 'Authenticate') {
      signedIn = true;
      return { to: detail('Contacts', 'c-1') };
    }
    const query = url.searchParams;
    if (!signedIn && query.get('action') !== 'Login')
      return { to: 'index.php?action=Login&module=Users&login_module=Calls&login_action=Save' };
    if (query.get('action') === 'Login')
      return {
        body: `<form method="POST" action="index.php">${hidden({ module: 'Users', action: 'Authenticate' })}
<input type="password" name="username_password"><input type="submit" id="bigbutton" value="Entrar"></form>`,
      };

    if (method === 'POST') {
      const module = said.get('module') ?? '';
      if (own.refusing) return { body: '<p class="error">Sin acceso</p>' };
      if (own.doubting) return { to: `index.php?module=${module}&action=ShowDuplicates` };
      last += 1;
      if (said.get('isSaveAndNew') === 'true')
        return { to: `index.php?module=${module}&action=EditView&return_module=${module}` };
      return { to: detail(module, said.get('record') || `x-${last}`) };
    }
    const module = query.get('module') ?? '';
    const record = query.get('record') ?? '';
    if (query.get('action') === 'EditView') return { body: editView(module, record, query) };
    if (query.get('action') === 'DetailView') return { body: detailView(module, record) };
    return { body: '<h2>Lista</h2>' };
  };

  return Object.assign(own, await serve(answer, draw));
}
