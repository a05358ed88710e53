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
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      sendMessage('record', loggedByHand(kind, at, remarks)).catch(() => null),
    ),
  );
  return answers.filter((answer) => answer?.outcome === 'recorded').length;
}
