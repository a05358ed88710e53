import type { Page, PageKind, Selector, Site, SiteId } from '../site';
import { askedLinks } from './askedLinks';
import { elsewhere } from './elsewhere';

/** The id of the record of one kind that an address names. */
export type RecordIn = (url: URL) => string | undefined;

interface Known {
  readonly id: SiteId;
  readonly label: string;
  readonly matches: Site['matches'];
  readonly marks?: Selector;
  readonly records: Readonly<Record<PageKind, RecordIn>>;
}

/**
 * A CRM of which nothing but the addresses of its records is known: phone and mail links are asked about, and the rep
 * logs with one click for the record on screen. Nothing there is counted by itself.
 *
 * `records: { contact: inPath(/^\/person\/(\d+)/) }` → `/person/17` is the page `contact` about `contact/17`.
 */
export function recordsOnly({ id, label, matches, marks, records }: Known): Site {
  const pages: readonly Page[] = [
    ...Object.entries(records).map(([kind, recordIn]) => ({
      kind,
      test: (url: URL) => recordIn(url) !== undefined,
      subject: (url: URL) => `${kind}/${recordIn(url) ?? ''}`,
    })),
    elsewhere,
  ];
  return {
    id,
    label,
    matches,
    ...(marks && { marks }),
    pages,
    rules: askedLinks(
      id,
      pages.map(({ kind }) => kind),
    ),
    landmarks: {},
    logsOnly: true,
  };
}

/** By the first capture in its path. */
export const inPath =
  (pattern: RegExp): RecordIn =>
  ({ pathname }) =>
    pattern.exec(pathname)?.[1];

/** By the first capture in its hash. */
export const inHash =
  (pattern: RegExp): RecordIn =>
  ({ hash }) =>
    pattern.exec(hash)?.[1];
