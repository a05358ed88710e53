import type { Journal } from './database';

/**
 * A salted SHA-256, shortened to 96 bits: tells records apart without naming them. The salt is made once and lives in
 * the journal only; with it a guess can still be checked, so this is a pseudonym, not anonymity.
 */
export async function pseudonym(journal: Journal, text: string): Promise<string> {
  const salt = await saltOf(journal);
  const bytes = new TextEncoder().encode(text);
  const salted = new Uint8Array(salt.length + bytes.length);
  salted.set(salt);
  salted.set(bytes, salt.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
  return btoa(String.fromCharCode(...digest.subarray(0, 12)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** The pseudonym of a record of a site, for who counts it and for who asks after it. */
export function subjectPseudonym(journal: Journal, site: string, subject: string): Promise<string> {
  return pseudonym(journal, `${site} ${subject}`);
}

function saltOf(journal: Journal): Promise<Uint8Array> {
  return journal.transaction('rw', journal.secrets, async () => {
    const kept = await journal.secrets.get('salt');
    if (kept) return kept.value;
    const value = crypto.getRandomValues(new Uint8Array(16));
    await journal.secrets.add({ key: 'salt', value });
    return value;
  });
}
