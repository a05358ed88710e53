import { localItem, type Item } from './item';
import { isRecord } from './record';

/** How well a site is recognised at one address; the worker writes it. */
export interface SiteHealth {
  /** Kinds of page and ids of rules that cannot be relied on any more. */
  readonly notFound: readonly string[];
  /** Kinds of page whose landmark was missed since it was last seen: there a find is news. */
  readonly missed: readonly string[];
}

export function healthAt(origin: string): Item<SiteHealth> {
  return localItem(`health ${origin}`, parseHealth);
}

/** Read by the page too, hence by hand. */
export function parseHealth(stored: unknown): SiteHealth {
  const { notFound, missed } = isRecord(stored) ? stored : {};
  return { notFound: texts(notFound), missed: texts(missed) };
}

function texts(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
}
