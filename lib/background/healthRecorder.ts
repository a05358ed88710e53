import { browser } from 'wxt/browser';
import { now } from '../clock';
import type { DetectedAction } from '../domain/detected';
import { pageOf } from '../domain/brokenPage';
import type { Outcome } from '../domain/health';
import type { TaughtRule } from '../domain/taughtRule';
import { healthReport } from '../domain/healthReport';
import { openForWriting, type Journal } from '../journal/database';
import { countOutcomes, forgetMisses, noteLook, recordOf } from '../journal/health';
import { outcomes } from '../messages/schema';
import { speaksFor, type Sender } from '../messages/sender';
import { healthAt } from '../settings/health';
import { schedule } from '../settings/schedule';
import { siteAt, siteSettings } from '../settings/sites';
import { taughtOn, taughtRules } from '../settings/taught';
import { today } from '../settings/today';
import { siteById } from '../sites/registry';

/** Keeps how each site is doing, and writes it where the site's pages watch. */
export class HealthRecorder {
  #showing: Promise<void> = Promise.resolve();

  constructor(
    private readonly journal: Journal,
    /** What rules are called that the rep has taught, by the names that their kinds have now. */
    private readonly naming: () => Promise<(rule: TaughtRule) => string>,
  ) {}

  async record(message: unknown, sender: Sender): Promise<boolean> {
    const parsed = outcomes.safeParse(message);
    if (!parsed.success || sender.from !== 'page') return false;
    const { site, seen } = parsed.data;
    if (!speaksFor(sender, site, await siteSettings.get())) return false;
    await this.#count(
      site,
      seen.filter((one) => 'rule' in one),
    );
    const { landmarks = {} } = siteById(site) ?? {};
    for (const look of seen)
      if ('kind' in look && Object.hasOwn(landmarks, look.kind))
        await noteLook(this.journal, sender.origin, look, now());
    await this.show();
    return true;
  }

  /** A stored action is the confirmation of its intent: its page need not say so again, and wake us for it. */
  async confirm({ site, rule, via, evidence }: DetectedAction): Promise<void> {
    if (rule === undefined || via !== 'page' || evidence === 'said') return;
    await this.#count(site, [{ rule, outcome: 'confirmed' }]);
    await this.show();
  }

  /** What no build of ours could have said would only fill the table. */
  async #count(
    site: string,
    ended: readonly { readonly rule: string; readonly outcome: Outcome }[],
  ) {
    const { rules = [], pages = [] } = siteById(site) ?? {};
    const taught = await taughtRules.get();
    // Of what the rep is asked about, an answer that is missing says nothing; but anything may throw.
    const ending = new Set<string>(
      [...rules.filter(({ asks }) => !asks), ...taught].map(({ id }) => id),
    );
    const throwing = new Set<string>([
      ...[...rules, ...taught].map(({ id }) => id),
      ...pages.map(({ kind }) => pageOf(site, kind)),
    ]);
    await openForWriting(this.journal);
    await countOutcomes(
      this.journal,
      today(await schedule.get(), now()),
      ended.filter(({ rule, outcome }) => (outcome === 'broken' ? throwing : ending).has(rule)),
    );
  }

  /** After an update other rules hold: what the old ones missed says nothing about them. */
  async startOver(): Promise<void> {
    await openForWriting(this.journal);
    await forgetMisses(this.journal);
    await this.show();
  }

  /** Writes how each site is doing. One at a time: an older answer must not end up on top. */
  show(): Promise<void> {
    this.#showing = this.#showing.catch(() => undefined).then(() => this.#write());
    return this.#showing;
  }

  /** The report on the sender's own site; empty for who has none. */
  async report(sender: Sender): Promise<string> {
    const setting =
      sender.from === 'page' ? siteAt(await siteSettings.get(), sender.origin) : undefined;
    if (!setting) return '';
    const day = today(await schedule.get(), now());
    const taught = taughtOn([setting.origin], await taughtRules.get()).map(({ id }) => id);
    return healthReport({
      foothold: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      site: setting.site,
      ...(await recordOf(this.journal, setting.site, [setting.origin], day, taught)),
    });
  }

  async #write() {
    const day = today(await schedule.get(), now());
    const allTaught = await taughtRules.get();
    const nameOf = await this.naming();
    for (const { origin, site, on } of await siteSettings.get()) {
      if (!on) continue;
      const names = new Map<string, string>(
        taughtOn([origin], allTaught)
          .filter((rule) => rule.on)
          .map((rule) => [rule.id, nameOf(rule)]),
      );
      const { unrecognised, missed } = await recordOf(this.journal, site, [origin], day, [
        ...names.keys(),
      ]);
      await healthAt(origin).set({
        notFound: [
          ...unrecognised.pages,
          ...unrecognised.rules.map((rule) => names.get(rule) ?? rule),
        ],
        missed,
      });
    }
  }
}
