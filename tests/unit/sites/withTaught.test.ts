import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../lib/detect/page';
import { shapeOf } from '../../../lib/domain/shape';
import { withTaught } from '../../../lib/sites/parts/taught';
import { known } from '../../../lib/sites/registry';
import type { Site } from '../../../lib/sites/site';
import { pageKnown } from '../../../lib/teach/pageKnown';
import { taught } from '../teach/taught';

/** The site, with a button taught that waits for this address; whether or not its kind was known when it was taught. */
function taughtAt(site: Site, address: string, wasKnown: boolean): Site {
  const url = new URL(address);
  const page = wasKnown ? pageKnown(site, url) : {};
  const shape = shapeOf(url);
  return withTaught(site, [
    taught({
      origin: url.origin,
      place: shape,
      ...page,
      proofs: [{ by: 'address', shape, ...page }],
    }),
  ]);
}

const examples = known.flatMap(([site, ofKind]) =>
  Object.values(ofKind).flatMap((all) => all.map((address) => ({ site, address, ofKind }))),
);

describe.each([true, false])('where its kind was known when it was taught: %s', (wasKnown) => {
  test.each(examples)(
    'a button that waits for $address leaves the pages of $site.id as they are',
    ({ site, address, ofKind }) => {
      const more = taughtAt(site, address, wasKnown);
      const shape = shapeOf(new URL(address));
      const isNamed = wasKnown && 'page' in pageKnown(site, new URL(address));
      for (const one of Object.values(ofKind).flat()) {
        const { kind, ...before } = placeOf(site, one);
        const isAwaited =
          !isNamed && kind?.endsWith('elsewhere') && shapeOf(new URL(one)) === shape;
        expect(placeOf(more, one)).toEqual({ ...before, kind: isAwaited ? `at ${shape}` : kind });
      }
    },
  );
});
