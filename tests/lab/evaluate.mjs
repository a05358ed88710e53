/**
 * Evaluates an expression over the browser's protocol and answers its value. Playwright's own way goes through eval, which
 * the extension's policy forbids to a string.
 *
 * @param {(method: 'Runtime.evaluate', params: object) => Promise<any>} send
 * @param {string} expression
 * @param {{ contextId?: number }} [where] a world of its own
 * @returns {Promise<any>}
 */
export async function evaluate(send, expression, where = {}) {
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    ...where,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
