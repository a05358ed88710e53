import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

import { filter, page, sort } from './rest.mjs';
import { sessionOf, startPage, userOf } from './session.mjs';
import { readRows } from './views.mjs';

/**
 * @typedef {import('./sample.mjs').Row} Row
 * @typedef {{ method: string, path: string, at: number, status: number }} Seen
 * @typedef {object} Crm
 * @property {string} origin
 * @property {() => Promise<void>} close
 * @property {(name: string) => Row[]} table the live rows
 * @property {Seen[]} requests everything asked that is not a file of the app, in order of arrival
 * @property {number} delay milliseconds before every answer of the database
 * @property {number} writeDelay milliseconds more where something is stored
 * @property {(method: string, table: string, status?: number, times?: number) => void} failNext
 * @property {() => void} recover nothing fails any more
 */

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
});

/** What this version of the app was built for; anything older brings up its migration banner. */
const LATEST_MIGRATION = '20260211130000';

/** The columns of the real database that hold a day, whatever moment is written to them. */
const DAY_COLUMNS = /** @type {Record<string, string[]>} */ ({ tasks: ['due_date', 'done_date'] });

const DEFAULTS = /** @type {Record<string, (now: string) => Record<string, unknown>>} */ ({
  companies: (now) => ({ created_at: now, updated_at: now }),
  contactNotes: (now) => ({ date: now }),
  deals: (now) => ({ created_at: now, updated_at: now, archived_at: null }),
  dealNotes: (now) => ({ date: now }),
  invoices: (now) => ({ created_at: now, updated_at: now }),
  tasks: (now) => ({
    done_date: null,
    priority: 'medium',
    status: 'todo',
    archived: false,
    created_at: now,
    updated_at: now,
  }),
});

/** What the real database wants filled in: the app's microphone button posts a note without it. */
const REQUIRED = /** @type {Record<string, string[]>} */ ({
  companies: ['name'],
  companyNotes: ['company_id'],
  contactNotes: ['contact_id'],
  dealNotes: ['deal_id'],
  deals: ['name', 'stage'],
  taskNotes: ['task_id'],
  tasks: ['due_date'],
});

/** What the real database deletes along with a row. */
const CASCADES = /** @type {Record<string, Array<[string, string]>>} */ ({
  companies: [
    ['contacts', 'company_id'],
    ['deals', 'company_id'],
    ['companyNotes', 'company_id'],
  ],
  contacts: [
    ['contactNotes', 'contact_id'],
    ['tasks', 'contact_id'],
  ],
  deals: [['dealNotes', 'deal_id']],
  tasks: [['taskNotes', 'task_id']],
});

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
};

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The built CRM and a stand-in for the Supabase project behind it, in memory.
 *
 * @param {{ dist: string, data: Record<string, Row[]>, port?: number }} options
 * @returns {Promise<Crm>}
 */
export async function startCrm({ dist, data, port = 0 }) {
  const root = resolve(dist);
  const tables = structuredClone(data);
  /** @type {Array<{ method: string, table: string, status: number, times: number }>} */
  const failures = [];

  /** @param {string} name */
  const table = (name) => (tables[name] ??= []);
  /** @param {string} name */
  const nextId = (name) => table(name).reduce((max, row) => Math.max(max, Number(row.id)), 0) + 1;

  /**
   * @param {string} name
   * @param {Record<string, any>} values
   */
  const asStored = (name, values) => {
    const stored = { ...values };
    for (const column of DAY_COLUMNS[name] ?? []) {
      if (typeof stored[column] === 'string') stored[column] = stored[column].slice(0, 10);
    }
    return stored;
  };

  /**
   * @param {string} name
   * @param {Row[]} gone
   */
  const remove = (name, gone) => {
    for (const row of gone) table(name).splice(table(name).indexOf(row), 1);
    const ids = new Set(gone.map((row) => row.id));
    for (const [child, key] of CASCADES[name] ?? []) {
      const orphans = table(child).filter((row) => ids.has(row[key]));
      if (orphans.length) remove(child, orphans);
    }
  };

  /**
   * @typedef {{ status: number, body?: unknown, headers?: Record<string, string> }} Answer
   * @param {string} method
   * @param {string} name
   * @param {URLSearchParams} query
   * @param {import('node:http').IncomingHttpHeaders} headers
   * @param {any} body
   * @returns {Answer}
   */
  const rest = (method, name, query, headers, body) => {
    const failure = failures.find((one) => one.method === method && one.table === name);
    if (failure) {
      failure.times -= 1;
      if (failure.times <= 0) failures.splice(failures.indexOf(failure), 1);
      const said = { code: 'XX000', message: 'The lab said no', details: null, hint: null };
      return { status: failure.status, body: said };
    }
    const prefer = String(headers.prefer ?? '');
    // This build's client overwrites the Accept header of the library it uses for notes, which then
    // chokes on a list of one (a real PostgREST would send that, and the app says so in red). Its
    // other writes always carry a `select`.
    const bare =
      ['POST', 'DELETE'].includes(method) && !query.has('select') && !Array.isArray(body);
    const single = bare || String(headers.accept ?? '').includes('pgrst.object');
    const wanted = prefer.includes('return=representation');

    /**
     * @param {number} status
     * @param {Array<Record<string, any>>} rows
     * @param {Record<string, string>} [extra]
     * @returns {Answer}
     */
    const give = (status, rows, extra) => {
      if (!single) return { status, body: rows, headers: extra };
      if (rows.length === 1) return { status, body: rows[0], headers: extra };
      const message = 'Cannot coerce the result to a single JSON object';
      const details = `The result contains ${rows.length} rows`;
      return { status: 406, body: { code: 'PGRST116', message, details, hint: null } };
    };

    if (method === 'GET' || method === 'HEAD') {
      const found = filter(readRows(name, table), query);
      const cut = page(sort(found, query.get('order')), query);
      const total = prefer.includes('count=') ? found.length : '*';
      return give(200, cut.rows, { 'content-range': `${cut.range}/${total}` });
    }
    if (method === 'POST') {
      const now = new Date().toISOString();
      /** @type {Row[]} */
      const rows = (Array.isArray(body) ? body : [body]).map((values) => ({
        ...DEFAULTS[name]?.(now),
        ...asStored(name, values ?? {}),
        id: values?.id ?? nextId(name),
      }));
      for (const column of REQUIRED[name] ?? []) {
        if (rows.every((row) => row[column] != null)) continue;
        const message = `null value in column "${column}" violates not-null constraint`;
        return { status: 400, body: { code: '23502', message, details: null, hint: null } };
      }
      for (const row of rows) {
        const old = table(name).find((one) => one.id === row.id);
        if (old) Object.assign(old, row);
        else table(name).push(row);
      }
      return wanted ? give(201, rows) : { status: 201 };
    }
    const hit = filter(table(name), query);
    if (method === 'PATCH') {
      for (const row of hit) Object.assign(row, asStored(name, body ?? {}));
      return wanted ? give(200, hit) : { status: 204 };
    }
    if (method === 'DELETE') {
      const gone = [...hit];
      remove(name, gone);
      return wanted ? give(200, gone) : { status: 204 };
    }
    return { status: 405 };
  };

  /**
   * @param {string} name
   * @param {any} body
   * @returns {Answer}
   */
  const rpc = (name, body) => {
    if (name === 'get_latest_migration_timestamp') return { status: 200, body: LATEST_MIGRATION };
    if (name === 'set_sales_locale') table('sales')[0].locale = body?.new_locale ?? null;
    return { status: 200, body: null };
  };

  /**
   * @param {string} method
   * @param {string} path
   * @returns {Answer}
   */
  const auth = (method, path) => {
    if (path === 'token') return { status: 200, body: sessionOf(table('sales')[0]) };
    if (path === 'user') return { status: 200, body: userOf(table('sales')[0]) };
    if (path === 'logout') return { status: 204 };
    return { status: 404, body: { message: 'Not in the lab' } };
  };

  /**
   * @param {string} path
   * @returns {Promise<{ type: string, body: Buffer }>}
   */
  const file = async (path) => {
    const index = join(root, 'index.html');
    const asked = normalize(join(root, decodeURIComponent(path)));
    const inside = asked.startsWith(root + sep) && extname(asked) !== '';
    const [name, body] = await readFile(inside ? asked : index)
      .then((found) => /** @type {const} */ ([inside ? asked : index, found]))
      .catch(async () => /** @type {const} */ ([index, await readFile(index)]));
    return { type: TYPES[extname(name)] ?? 'application/octet-stream', body };
  };

  /** @type {Crm} */
  const crm = {
    origin: '',
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
    table,
    requests: [],
    delay: 0,
    writeDelay: 0,
    failNext(method, name, status = 500, times = 1) {
      failures.push({ method: method.toUpperCase(), table: name, status, times });
    },
    recover() {
      failures.length = 0;
    },
  };

  /**
   * @param {string} method
   * @param {URL} url
   * @param {import('node:http').IncomingMessage} request
   * @returns {Promise<Answer | null>} null for what is a file
   */
  const answer = async (method, url, request) => {
    const [, service, version, ...tail] = url.pathname.split('/');
    const name = decodeURIComponent(tail.join('/'));
    if (service === 'rest' && version === 'v1') {
      const body = await bodyOf(request);
      const delay = crm.delay + (method === 'GET' || method === 'HEAD' ? 0 : crm.writeDelay);
      if (delay > 0) await new Promise((done) => setTimeout(done, delay));
      if (name.startsWith('rpc/')) return rpc(name.slice(4), body);
      return rest(method, name, url.searchParams, request.headers, body);
    }
    if (service === 'auth' && version === 'v1') return auth(method, name);
    if (service === 'storage') {
      request.resume();
      return { status: 200, body: { Id: name, Key: name } };
    }
    if (url.pathname === '/api/sdk/status') return { status: 200, body: { available: false } };
    if (['api', 'functions', 'realtime'].includes(service)) {
      request.resume();
      return { status: 404, body: { message: 'Not in the lab' } };
    }
    return null;
  };

  const server = createServer((request, response) => {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://crm');
    if (method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    const work = async () => {
      if (url.pathname === '/lab/start.html') {
        response.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-store' });
        response.end(startPage(table('sales')[0]));
        return;
      }
      /** @type {Seen} */
      const seen = { method, path: url.pathname + url.search, at: Date.now(), status: 0 };
      const asked = /^\/(rest|auth|storage|api|functions|realtime)\//.test(url.pathname);
      if (asked) crm.requests.push(seen);
      const found = await answer(method, url, request);
      if (!found) {
        const { type, body } = await file(url.pathname);
        // Their names change with what is in them.
        const cache = url.pathname.startsWith('/assets/')
          ? 'max-age=31536000, immutable'
          : 'no-cache';
        response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(body);
        return;
      }
      seen.status = found.status;
      const headers = { ...CORS, ...found.headers, 'cache-control': 'no-store' };
      if (found.body === undefined || method === 'HEAD') {
        response.writeHead(found.status, headers).end();
      } else {
        const json = { ...headers, 'content-type': 'application/json; charset=utf-8' };
        response.writeHead(found.status, json).end(JSON.stringify(found.body));
      }
    };
    work().catch((error) => {
      if (!response.headersSent) response.writeHead(500, CORS);
      response.end(JSON.stringify({ message: String(error) }));
    });
  });
  // The app also wants a live feed; without one it works from what it fetches.
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });

  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  crm.origin = `http://127.0.0.1:${address.port}`;
  return crm;
}
