import type { Tag } from '../domain/tags';
import { sendMessage } from '../messages/protocol';

/** Has the worker keep what the rep says about an action. Answers whether it is stored. */
export async function tagAction(id: string, tags: readonly Tag[]): Promise<boolean> {
  const answer = await sendMessage('correct', { id, tags }).catch(() => null);
  return answer?.outcome === 'recorded';
}
