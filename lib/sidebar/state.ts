import type { ActionKind, Via } from '../domain/action';
import { actionId } from '../domain/action';
import { credit } from '../domain/credit';
import { offsetHere, type DetectedAction } from '../domain/detected';
import { newOccurrence } from '../domain/occurrence';
import type { Standing } from '../domain/standing';
import type { Recorded } from '../messages/protocol';

/** The same kind for the same record sooner than this asks "Again?", ms. */
const againWithin = 60_000;

export interface Question {
  readonly id: string;
  readonly kind: ActionKind;
  readonly at: number;
}

/** What the sidebar needs of the world. */
export interface Wires {
  readonly site: string;
  /** How what the rep logs here counts. */
  readonly via: Via;
  now(): number;
  send(action: DetectedAction): Promise<Recorded | null>;
  changed(): void;
}

/**
 * What the sidebar of one page knows. It adds what just happened here to the last standing by itself, so that the bar
 * moves before storage has answered, and lets go of it when a standing has it.
 */
export class SidebarState {
  #standing: Standing | null = null;
  #ahead: { readonly action: DetectedAction; storedAt?: number }[] = [];
  #asked: DetectedAction[] = [];
  #logged: {
    readonly occurrence: string;
    readonly kind: ActionKind;
    readonly subject: string | undefined;
    readonly at: number;
  }[] = [];
  #again: { readonly kind: ActionKind; readonly subject: string | undefined } | undefined;

  constructor(private readonly wires: Wires) {}

  get standing(): Standing | null {
    return this.#ahead.reduce<Standing | null>(
      (standing, { action }) =>
        standing &&
        action.kinds.reduce(
          (sum, kind) => credit(sum, { ...action, id: actionId(action.occurrence, kind), kind }),
          standing,
        ),
      this.#standing,
    );
  }

  get questions(): readonly Question[] {
    return this.#asked.map(({ occurrence, kinds, at }) => ({ id: occurrence, kind: kinds[0], at }));
  }

  get again(): ActionKind | null {
    return this.#again?.kind ?? null;
  }

  show(standing: Standing | null) {
    this.#standing = standing;
    this.#forgetStored();
    this.wires.changed();
  }

  count(action: DetectedAction) {
    if (action.reverses) {
      void this.wires.send(action);
      return;
    }
    const entry: { readonly action: DetectedAction; storedAt?: number } = { action };
    this.#ahead = [...this.#ahead, entry];
    this.wires.changed();
    void this.wires.send(action).then((answer) => {
      if (answer?.outcome === 'recorded') entry.storedAt = answer.at;
      else if (answer) this.#ahead = this.#ahead.filter((one) => one !== entry);
      this.#forgetStored();
      this.wires.changed();
    });
  }

  /** Nothing can confirm this one; the same thing twice is asked once. */
  ask(action: DetectedAction) {
    const same = (other: DetectedAction) =>
      other.rule === action.rule && other.subject === action.subject;
    this.#asked = [...this.#asked.filter((other) => !same(other)), action];
    this.wires.changed();
  }

  answer(id: string, yes: boolean) {
    const action = this.#asked.find(({ occurrence }) => occurrence === id);
    this.#asked = this.#asked.filter((other) => other !== action);
    if (action && yes) this.count({ ...action, via: this.wires.via });
    this.wires.changed();
  }

  log(kind: ActionKind, subject: string | undefined) {
    const at = this.wires.now();
    const repeat = this.#logged.some(
      (earlier) =>
        earlier.kind === kind && earlier.subject === subject && at - earlier.at < againWithin,
    );
    const asked = this.#again?.kind === kind && this.#again.subject === subject;
    if (repeat && !asked) {
      this.#again = { kind, subject };
      this.wires.changed();
      return;
    }
    this.#put(kind, subject, at);
  }

  /** An undone log is no reason to ask "Again?". */
  forget(id: string) {
    this.#logged = this.#logged.filter(({ occurrence }) => !id.startsWith(`${occurrence}/`));
  }

  logAgain(yes: boolean) {
    const again = this.#again;
    this.#again = undefined;
    if (again && yes) this.#put(again.kind, again.subject, this.wires.now());
    this.wires.changed();
  }

  #put(kind: ActionKind, subject: string | undefined, at: number) {
    this.#again = undefined;
    const occurrence = newOccurrence();
    this.#logged = [...this.#logged.slice(-9), { occurrence, kind, subject, at }];
    this.count({
      occurrence,
      kinds: [kind],
      at,
      offset: offsetHere(at),
      site: this.wires.site,
      via: this.wires.via,
      evidence: 'said',
      subject,
    });
  }

  /** A standing computed since the commit has it; so has one that lists it. */
  #forgetStored() {
    const standing = this.#standing;
    if (!standing) return;
    this.#ahead = this.#ahead.filter(
      ({ storedAt }) => storedAt === undefined || storedAt > standing.computedAt,
    );
  }
}
