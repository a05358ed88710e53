import type { Remarks } from '../domain/remarks';
import { sendMessage } from '../messages/protocol';

/** Has the worker keep what the rep says about an action. Answers whether it is stored. */
export async function remark(id: string, remarks: Remarks): Promise<boolean> {
  const answer = await sendMessage('correct', { id, remarks }).catch(() => null);
  return answer?.outcome === 'recorded';
}
