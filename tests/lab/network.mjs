import { readFile } from 'node:fs/promises';

/**
 * Everything that was asked of the network while a browser ran, as the browser itself wrote it down
 * (`--log-net-log`). What a test answers in the server's place never gets that far, nor do an extension's own files.
 *
 * @typedef {{ url: string, initiator: string }} Asked `initiator`: the origin that asked, as far as the browser knows
 */

/**
 * @param {string} file
 * @returns {Promise<Asked[]>}
 */
export async function readNetworkLog(file) {
  // The constants on one line, then an event a line; a browser that was killed leaves out the end.
  const [head, , ...lines] = (await readFile(file, 'utf8')).split('\n');
  const { logEventTypes } = JSON.parse(`${head.trim().replace(/,$/, '')}}`).constants;
  return lines
    .map((line) => line.trim().replace(/(?:\],?|,)$/, ''))
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line))
    .filter(({ type, params }) => type === logEventTypes.URL_REQUEST_START_JOB && params?.url)
    .map(({ params: { url, initiator = '' } }) => ({ url, initiator }));
}

const ours = /^chrome-extension:/;
/** The browser's own errands, its dictionary among them, and what the CRM asks of its maker and for companies' icons. */
const theirs = /(?:^|\.)(?:google|googleapis|gvt1|marmelab)\.com$|^favicon\.show$/;
const here = /^(?:localhost|127\.0\.0\.1)$/;

/**
 * What Foothold asked, or may have asked: a request by one of its own pages or its worker, or one to a host that nobody
 * else has an errand at, for a script in a page would ask in the page's name.
 *
 * @param {readonly Asked[]} asked
 */
export function askedByFoothold(asked) {
  return asked.filter(({ url, initiator }) => {
    const { hostname } = new URL(url);
    return ours.test(initiator) || !(here.test(hostname) || theirs.test(hostname));
  });
}
