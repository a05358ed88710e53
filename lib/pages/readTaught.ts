import * as z from 'zod';
import {
  taughtFormat,
  taughtVersion,
  type TaughtFile,
  type TaughtProblem,
} from '../domain/taughtFile';
import { mostTaught } from '../domain/taughtRule';
import { taughtRule } from '../messages/schema';
import { readJson } from './readJson';

const head = z.object({
  format: z.literal(taughtFormat),
  version: z.number(),
  rules: z.array(z.unknown()),
});
const shape = z.strictObject({
  format: z.literal(taughtFormat),
  version: z.literal(taughtVersion),
  rules: z.array(taughtRule),
});

/** A file of taught buttons, or what is wrong with it. It is taken whole or not at all. */
export function readTaught(text: string): TaughtFile | TaughtProblem {
  const file = readJson(text);
  if (file === undefined) return { why: 'notJson' };
  const known = head.safeParse(file);
  if (!known.success) return { why: 'notRules' };
  if (known.data.version > taughtVersion) return { why: 'newer' };
  // A huge list is not even looked at.
  if (known.data.rules.length > mostTaught) return { why: 'tooMany' };
  const parsed = shape.safeParse(file);
  if (parsed.success) return parsed.data as unknown as TaughtFile;
  const [issue] = parsed.error.issues;
  const [list, index, field] = issue?.path ?? [];
  if (list !== 'rules' || typeof index !== 'number') return { why: 'notRules' };
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return { why: 'damaged', at: index + 1, field: String(unknown ?? field ?? '') };
}
