import * as z from 'zod';
import { actionKinds, evidences, vias } from '../domain/action';

// Store linters refuse `new Function`, which the compiled parsers would use.
z.config({ jitless: true });

const text = z.string().min(1).max(300);
const time = z.number().int().min(0).max(8.64e15);
const kind = z.enum(actionKinds);

export const detectedAction = z.strictObject({
  occurrence: z.string().regex(/^[\w-]{10,64}$/),
  kinds: z.tuple([kind], kind).refine((kinds) => new Set(kinds).size === kinds.length),
  at: time,
  offset: z.number().int().min(-1440).max(1440),
  site: text,
  via: z.enum(vias),
  evidence: z.enum(evidences),
  rule: text.optional(),
  subject: text.optional(),
  once: z.strictObject({ key: text, per: z.enum(['day', 'ever']) }).optional(),
  reverses: z.literal(true).optional(),
});

export const correction = z.strictObject({
  id: text,
  kind: kind.optional(),
  at: time.optional(),
});

const goalShape = {
  kinds: z.tuple([kind], kind),
  target: z.number().int().min(1).max(9999),
  floor: z.number().int().min(0),
  ceiling: z.number().int().min(1),
};

export const dayKey = z.iso.date();

export const goalVersions = z
  .array(
    z.strictObject({
      id: text,
      from: dayKey,
      order: z.number().int().min(0),
      goal: z
        .discriminatedUnion('period', [
          z.strictObject({ period: z.literal('day'), ...goalShape }),
          z.strictObject({ period: z.literal('week'), ...goalShape }),
        ])
        .nullable(),
    }),
  )
  .max(50);
