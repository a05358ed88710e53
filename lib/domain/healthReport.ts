import type { Counts, Unrecognised } from './health';
import { outcomes } from './health';

export interface HealthReport {
  /** The extension's version. */
  readonly foothold: string;
  /** The browser's name for itself. */
  readonly browser: string;
  readonly site: string;
  readonly unrecognised: Unrecognised;
  readonly counts: ReadonlyMap<string, Counts>;
}

/**
 * A report to hand on, one fact a line: versions, the site, what is not recognised, and how each rule's intents ended.
 * Names of ours and numbers only: no page text, no address, no record.
 *
 * @example 'foothold 0.1.0\nbrowser Chrome/156.0.0.0\nsite atomic\nlandmark contact\nrule atomic/note confirmed 12 …'
 */
export function healthReport({
  foothold,
  browser,
  site,
  unrecognised,
  counts,
}: HealthReport): string {
  const [name = ''] = /(?:Edg|Firefox)\/[\d.]+|Chrome\/[\d.]+(?!.* Edg)/.exec(browser) ?? [];
  return [
    `foothold ${foothold}`,
    `browser ${name}`,
    `site ${site}`,
    ...unrecognised.pages.map((kind) => `landmark ${kind}`),
    ...unrecognised.rules.map((rule) => `trouble ${rule}`),
    ...[...counts].map(([rule, sums]) =>
      ['rule', rule, ...outcomes.map((outcome) => `${outcome} ${String(sums[outcome] ?? 0)}`)].join(
        ' ',
      ),
    ),
  ].join('\n');
}
