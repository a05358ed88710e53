import { now } from '../clock';
import { companyGoalChanges } from '../domain/companyGoalChanges';
import { openForWriting, type Journal } from '../journal/database';
import { allGoals, saveGoals } from '../journal/goals';
import { companyPolicy } from '../settings/policy';
import { setCompanySites } from '../settings/companySites';
import { schedule } from '../settings/schedule';
import { today } from '../settings/today';

/** Makes what the company has set hold from today on, and what it no longer sets end. One run at a time. */
export class PolicyKeeper {
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly journal: Journal) {}

  apply(): Promise<void> {
    this.#running = this.#running.catch(() => undefined).then(() => this.#apply());
    return this.#running;
  }

  async #apply() {
    const { goals, sites } = await companyPolicy.get();
    await setCompanySites(sites);
    await openForWriting(this.journal);
    const day = today(await schedule.get(), now());
    const changes = companyGoalChanges(await allGoals(this.journal), goals, day);
    if (changes.length > 0) await saveGoals(this.journal, changes);
  }
}
