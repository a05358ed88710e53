/** Who is signed in: a Supabase session that never runs out, and the page that plants it. */

const YEARS = 10 * 365 * 24 * 60 * 60;

/** @param {unknown} part */
const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** @param {import('./sample.mjs').Row} sale */
export function userOf(sale) {
  return {
    id: sale.user_id,
    aud: 'authenticated',
    role: 'authenticated',
    email: sale.email,
    email_confirmed_at: '2026-01-01T00:00:00Z',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: { first_name: sale.first_name, last_name: sale.last_name },
    identities: [],
  };
}

/** @param {import('./sample.mjs').Row} sale */
export function sessionOf(sale) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: sale.user_id, role: 'authenticated', iat: now, exp: now + YEARS };
  return {
    access_token: `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.unsigned`,
    token_type: 'bearer',
    expires_in: YEARS,
    expires_at: now + YEARS,
    refresh_token: 'lab',
    user: userOf(sale),
  };
}

/**
 * The page at `/lab/start.html`. It takes the route in its query (`?to=%23/contacts/1/show`) or in
 * its own hash (`?to=#/contacts/1/show` reads like a query but is a hash), `lang` for one of the
 * CRM's languages, and `api` for an endpoint on another origin, which is how it is really hosted.
 *
 * @param {import('./sample.mjs').Row} sale
 */
export function startPage(sale) {
  return `<!doctype html><meta charset="utf-8"><title>Signing in</title><script>
const query = new URLSearchParams(location.search);
const api = query.get('api') || location.origin;
const store = (key, value) => localStorage.setItem(key, JSON.stringify(value));
store('realtimex_crm_supabase_config', { url: api, anonKey: 'x' });
store('sb-' + new URL(api).hostname.split('.')[0] + '-auth-token', ${JSON.stringify(sessionOf(sale))});
localStorage.setItem('realtimex_crm_migration_reminder_dismissed_at', new Date().toISOString());
store('RaStoreCRM.locale', query.get('lang') || 'en');
const to = (query.get('to') || location.hash || '#/').replace(/^#?/, '#');
location.replace('/' + to);
</script>`;
}
