import type { DetectedAction } from '../domain/detected';
import { touchKinds, type Touches } from '../domain/touches';
import { sendMessage } from '../messages/protocol';

/**
 * How often the rep has been in touch with the record on screen. The worker counts; until it has counted what this page
 * just sent, the page adds that by itself.
 */
export class TouchesSoFar {
  shown: Touches | null = null;
  #subject: string | undefined;
  #asOf: number | undefined;

  constructor(
    private readonly settled: () => boolean,
    private readonly changed: () => void,
  ) {}

  /**
   * Asks the worker; what belongs to another record is gone at once. Nothing is asked twice, so that a look at another
   * tab and back wakes nobody.
   *
   * @param asOf of the standing that is shown: what was logged since has made another
   */
  async ask(subject: string | undefined, asOf: number | undefined): Promise<void> {
    if (subject === this.#subject && asOf === this.#asOf) return;
    if (subject !== this.#subject) this.shown = null;
    this.#subject = subject;
    if (subject === undefined) return;
    const answer = await sendMessage('touches', subject).catch(() => undefined);
    // One from before the last action would take it away for a moment; the next standing asks again.
    if (answer === undefined || subject !== this.#subject || !this.settled()) return;
    this.#asOf = asOf;
    this.shown = answer;
    this.changed();
  }

  add({ subject, kinds, reverses }: DetectedAction): void {
    if (reverses || subject === undefined || subject !== this.#subject) return;
    const more = kinds.filter((kind) => touchKinds.includes(kind)).length;
    if (more > 0) this.shown = { count: (this.shown?.count ?? 0) + more, daysAgo: 0 };
  }
}
