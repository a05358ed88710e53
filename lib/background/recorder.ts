import { now } from '../clock';
import type { DetectedAction } from '../domain/detected';
import { correctAction, recordAction, voidAction } from '../journal/actions';
import { openForWriting, type Journal } from '../journal/database';
import type { Correction, Recorded } from '../messages/protocol';
import { correction, detectedAction } from '../messages/schema';
import { speaksFor, type Sender } from '../messages/sender';
import { newOccurrence } from '../domain/occurrence';
import { schedule } from '../settings/schedule';
import { siteSettings } from '../settings/sites';
import { named } from './named';
import type { Projector } from './projector';

/** A clock may run a little ahead; an action from further in the future is a mistake, ms. */
const futureSlack = 5 * 60 * 1000;

/** The single writer of the journal. */
export class Recorder {
  constructor(
    private readonly journal: Journal,
    private readonly projector: Projector,
    /** Told of each action that was stored, or that took one back. */
    private readonly stored: (action: DetectedAction) => void = () => undefined,
  ) {}

  async record(message: unknown, sender: Sender): Promise<Recorded> {
    const parsed = detectedAction.safeParse(message);
    if (!parsed.success) return { outcome: 'refused', why: 'malformed' };
    const detected = parsed.data as DetectedAction;
    if (!speaksFor(sender, detected.site, await siteSettings.get()))
      return { outcome: 'refused', why: 'not the sender’s site' };
    const byPage = detected.via === 'page' || detected.via === 'one-click';
    if (byPage !== (sender.from === 'page'))
      return { outcome: 'refused', why: 'not the sender’s way' };
    if (detected.at > now() + futureSlack) return { outcome: 'refused', why: 'in the future' };
    const here = named(detected, sender.from === 'page' ? sender.origin : 'foothold');
    const answer = await this.#write((dayStartsAt) =>
      recordAction(this.journal, here, dayStartsAt, now),
    );
    if (answer.outcome !== 'already') this.stored(detected);
    return answer;
  }

  async undo(id: string, sender: Sender): Promise<boolean> {
    await openForWriting(this.journal);
    const row = await this.journal.actions.get(id);
    if (!row || !speaksFor(sender, row.site, await siteSettings.get())) return false;
    return this.#write(() => voidAction(this.journal, id, now()));
  }

  async correct(message: Correction): Promise<Recorded> {
    const parsed = correction.safeParse(message);
    if (!parsed.success) return { outcome: 'refused', why: 'malformed' };
    if ((message.at ?? 0) > now() + futureSlack)
      return { outcome: 'refused', why: 'in the future' };
    return this.#write((dayStartsAt) =>
      correctAction(this.journal, message, newOccurrence(), now, dayStartsAt),
    );
  }

  async #write<T>(write: (dayStartsAt: number) => Promise<T>): Promise<T> {
    await openForWriting(this.journal);
    const { dayStartsAt } = await schedule.get();
    const result = await write(dayStartsAt);
    // Stored is stored: that the standing could not be shown is no reason to take the answer back.
    void this.projector.project().catch(reportError);
    return result;
  }
}
