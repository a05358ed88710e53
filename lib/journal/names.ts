import type { Journal } from './database';

/**
 * The pseudonym under which the journal keeps a record that may have several: a person is a profile on LinkedIn and a
 * lead in Sales Navigator. The pseudonym itself for most.
 */
export async function keptAs(journal: Journal, pseudonym: string): Promise<string> {
  const known = await journal.names.get(pseudonym);
  return known ? keptAs(journal, known.keptAs) : pseudonym;
}

/**
 * Makes one record of what a page calls by several names, the rows that there are included, and answers what it is kept
 * as. Within a transaction over `actions` and `names`.
 */
export async function joinNames(
  journal: Journal,
  [first, ...others]: readonly [string, ...string[]],
): Promise<string> {
  const one = await keptAs(journal, first);
  for (const other of others) {
    const name = await keptAs(journal, other);
    if (name === one) continue;
    await journal.names.put({ name, keptAs: one });
    await journal.actions
      .where('[subject+at]')
      .between([name, -Infinity], [name, Infinity])
      .modify({ subject: one });
  }
  return one;
}
