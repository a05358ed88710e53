import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ActionKind } from '../domain/action';
import type { DetectedAction } from '../domain/detected';
import type { GoalVersion } from '../domain/goal';
import type { Remarks } from '../domain/remarks';
import type { NudgeReply } from '../domain/nudge/nudge';
import type { Touches } from '../domain/touches';
import type { Surface } from '../settings/sites';
import type { Outcome } from '../domain/health';
import type { NoLesson, Taught } from '../domain/lesson';
import type { TaughtRule } from '../domain/taughtRule';
import type { LessonState } from './lessonKey';

/** What the recorder did with a reported action. Any of these means: stored, or rightly not; do not send again. */
export type Recorded =
  | {
      readonly outcome: 'recorded';
      readonly ids: readonly string[];
      /** When it was stored, UTC ms: a standing computed since then has it. */
      readonly at: number;
    }
  /** The same occurrence, or the same thing that may count only once. */
  | { readonly outcome: 'already' }
  /** An earlier count was taken back. */
  | { readonly outcome: 'reversed'; readonly ids: readonly string[] }
  /** Malformed, or not the sender's to report. */
  | { readonly outcome: 'refused'; readonly why: string };

export interface Correction {
  readonly id: string;
  readonly kind?: ActionKind;
  /** UTC ms. */
  readonly at?: number;
  /** All that it has from now on. */
  readonly remarks?: Remarks;
  /** What is typed beside it from now on; empty takes it back. At most 200 characters. */
  readonly words?: string;
}

/** How an intent ended that was not confirmed, or whether a page's landmark was there. */
export type Observation =
  | { readonly rule: string; readonly outcome: Exclude<Outcome, 'confirmed'> }
  | { readonly kind: string; readonly found: boolean; readonly subject: string | undefined };

export interface Outcomes {
  readonly site: string;
  readonly seen: readonly Observation[];
}

/** When the rep's hand was last at work on a page, UTC ms; never what it typed. */
export interface Presence {
  /** A key went into a text field, or the focus is where keys are not heard. */
  readonly typedAt?: number | undefined;
  /** Links that were used and that nobody has answered for yet. */
  readonly questions: readonly { readonly kind: ActionKind; readonly at: number }[];
}

/** What a page's script has to know from the worker, at one asking. */
export interface Entered {
  /** Pending intents are handed from page to page of one tab. */
  readonly tab: number;
  /** The sidebar's stylesheet: a page that Foothold is not on loads none of it. */
  readonly style: string;
}

/** Everything that crosses between a page or an extension page and the worker. */
interface ProtocolMap {
  /** A script has come to life in a page. */
  enter(): Entered;
  /** Answered after the commit: acknowledged means stored. */
  record(action: DetectedAction): Recorded;
  undo(id: string): boolean;
  /** Answers whether they were the sender's to report. */
  outcomes(outcomes: Outcomes): boolean;
  /** What to hand on about the sender's site when it is not recognised. */
  report(): string;
  /** How often the rep has been in touch with a record of the sender's site (`contact/17`, unhashed). */
  touches(subject: string): Touches | null;
  /** The standing is stale or missing: write it anew. */
  refresh(): boolean;
  /** The rep switched Foothold off on the sender's own site. */
  switchOff(): boolean;
  /** The rep wants the sender's own site shown there from now on. */
  moveTo(surface: Surface): boolean;
  /** Answers whether it was the first answer. */
  answerNudge(reply: NudgeReply): boolean;
  openOptions(): boolean;
  /** What the lesson in the sender's page has learnt so far; null where there is none. */
  lesson(): LessonState | null;
  /** The rep has taught a button on the sender's page. */
  taught(rule: TaughtRule): Taught;
  /** From here on: our own pages only. */
  /** Begins a lesson in the page of that tab; answers what keeps it from that, null where nothing does. */
  teach(tab: number): NoLesson | null;
  correct(correction: Correction): Recorded;
  saveGoals(versions: readonly GoalVersion[]): boolean;
  /** From the worker to the page in front: log as a click would. True when logged, false when it asks "Again?". */
  log(kind: ActionKind): boolean;
  /** From the worker: what the rep's hand does on this page; null while nobody sees it. */
  presence(): Presence | null;
  /** The row with this id was undone by a key. */
  undone(id: string): void;
}

export const { sendMessage, onMessage, removeAllListeners } =
  defineExtensionMessaging<ProtocolMap>();
