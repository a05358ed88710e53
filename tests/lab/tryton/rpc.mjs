/** What the client and the server say to each other: JSON over one URL. */

/** @param {string} text a decimal number */
export const decimal = (text) => ({ __class__: 'Decimal', decimal: text });

/** @param {Date} day */
export const date = (day) => ({
  __class__: 'date',
  year: day.getFullYear(),
  month: day.getMonth() + 1,
  day: day.getDate(),
});

/**
 * Signs in as a client would, and calls the server's methods.
 *
 * @param {string} url the database's
 * @param {{ login: string, password: string }} user
 * @returns {Promise<(method: string, ...params: unknown[]) => Promise<any>>}
 */
export async function signIn(url, { login, password }) {
  const post = async (method, params, headers = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ id: 0, method, params }),
    });
    if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`);
    const { result, error } = await response.json();
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  const [user, session] = await post('common.db.login', [login, { password }, 'en']);
  const authorization = `Session ${Buffer.from(`${login}:${user}:${session}`).toString('base64')}`;
  return (method, ...params) => post(method, params, { authorization });
}
