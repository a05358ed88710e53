import * as z from 'zod';
import { actionKinds } from '../domain/action';
import { periods } from '../domain/period';
import {
  planFormat,
  planInputs,
  planVersion,
  type PlanFile,
  type PlanProblem,
} from '../domain/planFile';
import { longestText } from '../domain/terms';
import { dayKey } from '../messages/schema';
import { readJson } from './readJson';

const kind = z.enum(actionKinds);
const words = z.string().max(longestText);
const shape = z.strictObject({
  format: z.literal(planFormat),
  version: z.literal(planVersion),
  day: dayKey,
  agreed: z
    .strictObject({ with: words, on: z.union([dayKey, z.literal('')]) })
    .catch({ with: '', on: '' }),
  inputs: z.partialRecord(z.enum(planInputs), words).exactOptional().catch({}),
  goals: z.array(
    z.strictObject({
      id: z.string().min(1).max(300).exactOptional(),
      kinds: z.tuple([kind], kind),
      period: z.enum(periods),
      // What a goal can be says the goal's own check, in words.
      target: z.number(),
      floor: z.number().exactOptional(),
      ceiling: z.number().exactOptional(),
      first: dayKey.exactOptional(),
      last: dayKey.exactOptional(),
      yearStarts: z.number().exactOptional(),
      objective: words.exactOptional(),
      owner: words.exactOptional(),
      commitment: words.exactOptional(),
    }),
  ),
});
const head = z.object({ format: z.literal(planFormat), version: z.number() });

/** A plan file as it came back, or what is wrong with it. */
export function readPlan(text: string): PlanFile | PlanProblem {
  const file = readJson(text);
  if (file === undefined) return { why: 'not-json' };
  const known = head.safeParse(file);
  if (!known.success) return { why: 'not-plan' };
  if (known.data.version > planVersion) return { why: 'newer' };
  const parsed = shape.safeParse(file);
  if (parsed.success) return parsed.data;
  const [list, index, field] = parsed.error.issues[0]?.path ?? [];
  return list === 'goals' && typeof index === 'number'
    ? { why: 'damaged', at: index + 1, field: String(field ?? wordOf(parsed.error)) }
    : { why: 'not-plan' };
}

/** A field that a goal does not have is named by the issue, not by its path. */
function wordOf({ issues: [issue] }: z.ZodError): string {
  return issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : '';
}
