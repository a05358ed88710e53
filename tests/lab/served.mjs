import { createServer } from 'node:http';

/**
 * @typedef {{ method: string, path: string, status: number }} Seen
 * @typedef {{ to: string } | { body: string }} Answer another address, by a redirect, or a page
 * @typedef {{ method: string, url: URL, form: URLSearchParams }} Asked
 * @typedef {object} Served
 * @property {string} origin
 * @property {Seen[]} requests every page asked for, in order of arrival
 * @property {() => () => void} hold POSTs wait until the answered function is called
 * @property {() => Promise<void>} close
 */

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {import('node:http').IncomingMessage} request */
async function formOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/**
 * Serves an application of the kind whose every step is a full page load.
 *
 * @param {(asked: Asked) => Answer} answer
 * @param {(body: string) => string} draw the whole page around what is answered
 * @returns {Promise<Served>}
 */
export async function serve(answer, draw) {
  /** @type {Promise<void>} */
  let gate = Promise.resolve();
  /** @type {Served} */
  const served = {
    origin: '',
    requests: [],
    hold() {
      /** @type {() => void} */
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  const server = createServer((request, response) => {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://served');
    if (url.pathname === '/never.png') return;
    const work = async () => {
      const form = await formOf(request);
      if (url.pathname === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      /** @type {Seen} */
      const seen = { method, path: url.pathname + url.search, status: 0 };
      served.requests.push(seen);
      if (method === 'POST') await gate;
      const found = answer({ method, url, form });
      seen.status = 'to' in found ? 302 : 200;
      if ('to' in found) response.writeHead(302, { location: found.to }).end();
      else {
        const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
        response.writeHead(200, type).end(draw(found.body));
      }
    };
    work().catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  served.origin = `http://127.0.0.1:${address.port}`;
  return served;
}
