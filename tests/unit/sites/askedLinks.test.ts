// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { known } from '../../../lib/sites/registry';
import { click, useFakePage, visit } from '../detect/visit';

useFakePage();

const links = [
  ['tel:+12025550101', 'call'],
  ['TEL:+12025550101', 'call'],
  ['callto:nia.park', 'call'],
  ['sip:nia@acme.test', 'call'],
  ['mailto:nia@acme.test', 'email'],
  ['MailTo:nia@acme.test', 'email'],
] as const;

const addresses = known.flatMap(([site, ofKind]) =>
  Object.values(ofKind).flatMap((examples) =>
    examples.map((address) => [site.id, address, site] as const),
  ),
);

test.each(addresses)('%s asks about each link at %s', (_, address, site) => {
  // The others look for what this document cannot look for.
  const rules = site.rules.filter(({ confirm }) => confirm.flat().some((one) => 'none' in one));
  // Where mails are written, a mail link begins one, which is asked about itself.
  const expected = links.filter(([, kind]) => rules.some((rule) => rule.kind === kind));
  expect(expected.some(([, kind]) => kind === 'call')).toBe(true);
  const { asked, counted } = visit(
    { ...site, rules },
    links.map(([href], place) => `<a id="link${String(place)}" href="${href}">Go</a>`).join(''),
    address,
  );
  for (const place of links.keys()) {
    click(`#link${String(place)}`);
    click(document.body);
  }
  expect(asked.map(({ kinds }) => kinds)).toEqual(expected.map(([, kind]) => [kind]));
  expect(counted).toEqual([]);
});
