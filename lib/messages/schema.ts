import * as z from 'zod';
import { actionKinds, evidences, vias } from '../domain/action';
import { families } from '../domain/family';
import { checkGoal } from '../domain/goal';
import { checkSideGoal, sidePeriods } from '../domain/sideGoal';
import { units } from '../domain/amount';
import { fitting } from '../domain/remarks';
import { tags } from '../domain/tags';
import { nudgeAnswers } from '../domain/nudge/nudge';
import { changes, longestText } from '../domain/terms';
import { isShape } from '../domain/shape';
import {
  isFieldName,
  isPlainSelector,
  isProof,
  longestTaughtName,
  mostBeside,
  mostProofs,
} from '../domain/taughtRule';
import { isOrigin } from '../settings/sites';
import { outcomes as outcomeNames } from '../domain/health';

// Store linters refuse `new Function`, which the compiled parsers would use.
z.config({ jitless: true });

const text = z.string().min(1).max(300);
const time = z.number().int().min(0).max(8.64e15);
const kind = z.enum(actionKinds);
const words = z.string().max(longestText);
const remarks = {
  tags: z.array(z.enum(tags)).max(tags.length).exactOptional(),
  amount: z.strictObject({ count: z.number(), unit: z.enum(units) }).exactOptional(),
};

/** `contact/17`, as a site names the record on screen. */
export const recordName = text;

export const detectedAction = z
  .strictObject({
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
    ...remarks,
  })
  .refine(({ kinds, ...said }) => kinds.every((kind) => fitting(said, kind)));

/** A rule that the rep taught: data, and nothing in it that a page could not have been pointed at. */
export const taughtRule = z.strictObject({
  id: z.string().regex(/^taught\/[\w-]{1,40}$/),
  origin: z.string().max(300).refine(isOrigin),
  kind,
  name: z.string().max(longestTaughtName),
  on: z.boolean(),
  button: z.string().refine(isPlainSelector),
  beside: z.array(z.string().refine(isFieldName)).max(mostBeside),
  place: z.string().refine(isShape),
  page: z.string().max(60).exactOptional(),
  proofs: z
    .array(
      z
        .union([
          z.strictObject({
            by: z.enum(['notice', 'form', 'text', 'state']),
            selector: z.string(),
          }),
          z.strictObject({ by: z.literal('request'), shape: z.string() }),
          z.strictObject({
            by: z.literal('address'),
            shape: z.string(),
            page: z.string().max(60).exactOptional(),
          }),
          z.strictObject({ by: z.enum(['gone', 'rep']) }),
        ])
        .refine(isProof),
    )
    .min(1)
    .max(mostProofs),
});

export const outcomes = z.strictObject({
  site: text,
  seen: z
    .array(
      z.union([
        z.strictObject({ rule: text, outcome: z.enum(outcomeNames).exclude(['confirmed']) }),
        z.strictObject({ kind: text, found: z.boolean(), subject: text.optional() }),
      ]),
    )
    .max(2000),
});

export const nudgeReply = z.strictObject({ at: time, answer: z.enum(nudgeAnswers) });

export const correction = z.strictObject({
  id: text,
  kind: kind.optional(),
  at: time.optional(),
  remarks: z.strictObject(remarks).optional(),
  words: words.optional(),
});

export const dayKey = z.iso.date();

/** What a goal may have beside the number; old rows have none of it. */
const terms = {
  layer: z.enum(['company', 'mine']).exactOptional(),
  family: z.enum(families).exactOptional(),
  objective: words.exactOptional(),
  owner: words.exactOptional(),
  commitment: words.exactOptional(),
  reward: words.exactOptional(),
  agreed: z.strictObject({ with: words, on: dayKey }).exactOptional(),
  parked: z.literal(true).exactOptional(),
  afterPrevious: z.literal(true).exactOptional(),
  starts: dayKey.exactOptional(),
  hold: z
    .strictObject({
      from: dayKey,
      until: dayKey.exactOptional(),
      reason: words.exactOptional(),
    })
    .exactOptional(),
  ramp: z
    .strictObject({
      base: z.number().positive(),
      step: z.number().min(0.01).max(0.5),
      mode: z.enum(['additive', 'compound']),
      from: dayKey,
    })
    .exactOptional(),
  trial: z
    .strictObject({ rule: z.enum(['cap', 'slow']), from: dayKey, until: dayKey })
    .exactOptional(),
  stretch: z.strictObject({ first: dayKey }).exactOptional(),
  bites: z
    .array(z.strictObject({ at: z.number().int(), count: z.number().int().min(0).max(9999) }))
    .max(8)
    .exactOptional(),
  change: z.enum(changes).exactOptional(),
  lowered: z
    .strictObject({ on: dayKey, from: z.number().int().min(1), reason: words })
    .exactOptional(),
  minutes: z.number().positive().exactOptional(),
  worth: z.number().min(0).exactOptional(),
};

const goalShape = {
  kinds: z.tuple([kind], kind),
  target: z.number().int().min(1).max(9999),
  floor: z.number().int().min(0),
  ceiling: z.number().int().min(1),
  ...terms,
};

const sideGoal = z
  .strictObject({
    kind,
    what: z.enum([...tags, ...units]),
    target: z.number(),
    period: z.enum(sidePeriods),
  })
  .refine((side) => checkSideGoal(side, []) === null);

export const goalVersions = z
  .array(
    z
      .strictObject({
        id: text,
        from: dayKey,
        order: z.number().int().min(0),
        goal: z
          .discriminatedUnion('period', [
            z.strictObject({ period: z.literal('day'), ...goalShape }),
            z.strictObject({ period: z.literal('week'), ...goalShape }),
            z.strictObject({ period: z.literal('month'), ...goalShape }),
            z.strictObject({
              period: z.literal('quarter'),
              yearStarts: z.number().int().min(1).max(12).exactOptional(),
              ...goalShape,
            }),
            z.strictObject({
              period: z.literal('own'),
              first: dayKey,
              last: dayKey,
              workdays: z.number().int().min(0).max(366).exactOptional(),
              ...goalShape,
            }),
          ])
          .refine((goal) => checkGoal(goal).length === 0)
          .nullable(),
        side: sideGoal.exactOptional(),
      })
      .refine(({ goal, side }) => !goal || !side),
  )
  .max(50);
