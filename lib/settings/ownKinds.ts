import * as z from 'zod';
import { ownActivities, ownOutcomes } from '../domain/action';
import { longestName, type NamedKind } from '../domain/ownKinds';
import { localItem } from './item';

const shape = z.object({
  kind: z.enum([...ownActivities, ...ownOutcomes]),
  name: z.string().trim().min(1).max(longestName),
  retired: z.literal(true).exactOptional(),
});

/** What the rep has named, in the order it was. A damaged one costs only itself; of one place the first counts. */
export const ownKinds = localItem('ownKinds', (stored): readonly NamedKind[] => {
  const kinds = (Array.isArray(stored) ? stored : []).flatMap((one) => {
    const { data } = shape.safeParse(one);
    return data ? [data] : [];
  });
  return kinds.filter(
    ({ kind }, index) => kinds.findIndex((other) => other.kind === kind) === index,
  );
});
