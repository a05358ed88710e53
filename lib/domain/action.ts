import type { Remarks } from './remarks';

/**
 * Places for what the rep names: their name is a setting, so that it may change while history stays. A place is never
 * given twice.
 */
export const ownActivities = [
  'own1',
  'own2',
  'own3',
  'own4',
  'own5',
  'own6',
  'own7',
  'own8',
] as const;
export const ownOutcomes = ['result1', 'result2', 'result3', 'result4'] as const;
export type OwnKind = (typeof ownActivities)[number] | (typeof ownOutcomes)[number];

/** Everything that Foothold knows by itself. What makes each one count stands in lib/sites. */
export const builtInKinds = [
  'call',
  'email',
  'connection',
  'acceptance',
  'message',
  'comment',
  'meeting',
  'note',
  'follow-up',
  'task',
  'contact',
  'company',
  'lead',
  'opportunity',
  'stage',
  'win',
  'proposal',
  'learning',
  'networking',
] as const;
export type BuiltInKind = (typeof builtInKinds)[number];

/** Everything a rep can be credited with. */
export const actionKinds = [...builtInKinds, ...ownActivities, ...ownOutcomes] as const;
export type ActionKind = (typeof actionKinds)[number];

/** One name for some kinds, in whatever order they stand. */
export function nameOfKinds(kinds: readonly ActionKind[]): string {
  return [...kinds].sort().join(' ');
}

/** How an action came to be counted. */
export const vias = ['page', 'one-click', 'manual', 'import'] as const;
export type Via = (typeof vias)[number];

/**
 * What proved the action: the page's own request, something that appeared, vanished, emptied, flipped or moved, the
 * next page, or the rep's own word.
 */
export const evidences = [
  'request',
  'appears',
  'vanishes',
  'empties',
  'becomes',
  'moves',
  'arrives',
  'said',
] as const;
export type Evidence = (typeof evidences)[number];

/**
 * One thing the rep did, as the journal keeps it. Rows are never edited away: undo sets `voidedAt`, a correction is a
 * new row that names the one it replaces.
 */
export interface Action extends Remarks {
  /** `occurrence/kind`: a retry of the same occurrence is the same row. */
  readonly id: string;
  readonly kind: ActionKind;
  /** When the rep's hand moved, UTC milliseconds. */
  readonly at: number;
  /** Minutes east of UTC where the rep was at `at`. */
  readonly offset: number;
  /** The rep's local day, fixed when the row is written: travel, DST and a changed "day starts at" never move it. */
  readonly day: string;
  readonly site: string;
  readonly via: Via;
  readonly evidence: Evidence;
  readonly rule?: string;
  /** Salted hash of the record the action belongs to. Pseudonymous; absent when the page names no record. */
  readonly subject?: string;
  /** Id of the row this one corrects or absorbs; that row is voided in the same transaction. */
  readonly replaces?: string;
  /** What the rep typed beside it. It stays in the journal: no page and no other store gets it. */
  readonly words?: string;
  readonly voidedAt?: number;
}

/** A link that was used and what then came of it lie at most this far apart, ms. */
export const sameDeedWithin = 2 * 60 * 60 * 1000;

/**
 * The row id of one kind of one occurrence: `occurrence/kind`. No kind holds a slash, so the kind is what follows the
 * last one, and two different pairs never share an id.
 */
export function actionId(occurrence: string, kind: ActionKind): string {
  return `${occurrence}/${kind}`;
}

type Deed = Pick<Action, 'kind' | 'at' | 'via' | 'rule' | 'subject' | 'voidedAt'>;

/**
 * Whether what a page confirmed is what the rep began earlier with a link, so that one deed counts once: a call dialled
 * by a `tel:` link (its rule ends in `/tel`) and then saved for the same record; a `mailto:` link (`/mailto`) and a mail
 * sent from a window that a link has opened (`/opened`), which names no record. The page's is later, by at most two
 * hours. Voided rows never match, nor calls without a record.
 *
 * Example: dialled 10:04, "Log a call" saved 10:11 for the same contact: true. Saved 12:05: false.
 */
export function absorbs(link: Deed, done: Deed): boolean {
  const later = done.at - link.at;
  const isSame = isDial(link)
    ? link.subject !== undefined && link.subject === done.subject && !isDial(done)
    : endsIn(link, '/mailto') && endsIn(done, '/opened') && done.subject === undefined;
  return (
    isSame &&
    link.kind === (isDial(link) ? 'call' : 'email') &&
    done.kind === link.kind &&
    done.via === 'page' &&
    done.rule !== undefined &&
    link.voidedAt === undefined &&
    done.voidedAt === undefined &&
    later > 0 &&
    later <= sameDeedWithin
  );
}

/** Counted from a used phone link. */
export function isDial(deed: Pick<Action, 'rule'>): boolean {
  return endsIn(deed, '/tel');
}

function endsIn({ rule }: Pick<Action, 'rule'>, ending: string): boolean {
  return rule?.endsWith(ending) === true;
}
