import type { Said } from '../domain/remarks';
import type { Journal } from '../journal/database';
import { sendMessage } from '../messages/protocol';

/** Has the worker keep what the rep says about an action. Answers whether it is stored. */
export async function remark(id: string, said: Said): Promise<boolean> {
  const answer = await sendMessage('correct', { id, ...said }).catch(() => null);
  return answer?.outcome === 'recorded';
}

/** What the rep has typed beside an action; empty when nothing, or when it is no longer there. */
export async function wordsBeside(journal: Journal, id: string): Promise<string> {
  return (await journal.actions.get(id))?.words ?? '';
}
