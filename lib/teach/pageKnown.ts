import { placeOf } from '../detect/page';
import { isShape, shapeOf } from '../domain/shape';
import type { Proof } from '../domain/taughtRule';
import { isRest, pageAt } from '../sites/parts/taught';
import type { PageKind, Site } from '../sites/site';

/** What it shows that a page of another address has come; undefined where the two are of one shape. */
export function addressProof(site: Site, from: URL, to: URL): Proof | undefined {
  const shape = shapeOf(to);
  if (shape === shapeOf(from) || !isShape(shape)) return undefined;
  return { by: 'address', shape, ...pageKnown(site, to) };
}

/** The kind of page at an address, where the site knows more of it than that it is none of the others. */
export function pageKnown(site: Site, url: URL): { readonly page?: PageKind } {
  const { kind } = placeOf(site, url.href);
  return kind === null || isRest(kind) || kind === pageAt(shapeOf(url)) ? {} : { page: kind };
}
