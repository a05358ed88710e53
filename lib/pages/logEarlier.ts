import type { ActionKind } from '../domain/action';
import { loggedByHand } from '../domain/detected';
import type { Remarks } from '../domain/remarks';
import { sendMessage } from '../messages/protocol';

/**
 * Has the worker store so many of a kind that were done at one time, UTC ms. All are on their way before this answers how
 * many are stored: a popup may close right after the click.
 */
export async function logEarlier(
  kind: ActionKind,
  count: number,
  at: number,
  remarks: Remarks,
): Promise<number> {
  const stored = await Promise.all(
    Array.from({ length: count }, async () => {
      const action = loggedByHand(kind, at, remarks);
      const ask = () => sendMessage('record', action);
      // A worker that died may have stored it before it could answer; it knows the action again.
      const answer = await ask()
        .catch(ask)
        .catch(() => null);
      return answer?.outcome === 'recorded' || answer?.outcome === 'already';
    }),
  );
  return stored.filter(Boolean).length;
}
