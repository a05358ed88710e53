import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../lib/detect/page';
import { actionKinds } from '../../../lib/domain/action';
import { pageOf } from '../../../lib/domain/brokenPage';
import { other } from '../../../lib/sites/other';
import { known, siteById, sites } from '../../../lib/sites/registry';
import type { Site } from '../../../lib/sites/site';

const examples = known.flatMap(([site, ofKind]) =>
  site.pages.flatMap((page) =>
    (ofKind[page.kind] ?? []).map((example) => ({ site, page, example })),
  ),
);

/** Whether a site names the host of this address among its own. */
function names({ matches }: Site, { protocol, hostname }: URL): boolean {
  return matches.some((pattern) => {
    const [scheme = '', rest = ''] = pattern.split('://');
    const [host = ''] = rest.split('/');
    const schemeFits = scheme === '*' || `${scheme}:` === protocol;
    if (host === '*') return schemeFits;
    const bare = host.replace(/^\*\./, '');
    return schemeFits && (hostname === bare || (host !== bare && hostname.endsWith(`.${bare}`)));
  });
}

/** Whether a site could be asked about this address at all: its hosts, or the rep's own, which is nobody else's. */
function couldLiveAt(site: Site, url: URL): boolean {
  const isItsOwn = site.matches.length === 0 || site.marks !== undefined;
  return names(site, url) || (isItsOwn && !sites.some((one) => names(one, url)));
}

const originOf = (address: string) => new URL(address).origin;

/** Whether a site takes this address for a page that it has more to say of than that it is none of the others. */
function recognises(site: Site, address: string): boolean {
  const { kind } = placeOf(site, address);
  return kind !== null && !kind.endsWith('elsewhere');
}

test('every site has its own id and is found by it', () => {
  expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
  for (const site of sites) expect(siteById(site.id)).toBe(site);
  expect(siteById('no such site')).toBeUndefined();
});

test.each(known)('$0.id has examples of each of its pages and no others', ({ pages }, ofKind) => {
  expect(Object.keys(ofKind).sort()).toEqual(pages.map(({ kind }) => kind).sort());
});

describe.each(examples)('$site.id: $example', ({ site, page, example }) => {
  const url = new URL(example);

  test(`is ${page.kind} and no other page of the site`, () => {
    expect(placeOf(site, example)).toMatchObject({ kind: page.kind, broken: [] });
  });

  test('is no page of any other site, but one like any', () => {
    const others = sites.filter(
      (one) => one !== site && couldLiveAt(one, url) && recognises(one, example),
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  test('names its subject from the URL, the same however the URL is dressed up', () => {
    const dressed = new URL(example);
    dressed.searchParams.set('utm_source', 'mail');
    expect(page.subject?.(dressed)).toBe(page.subject?.(url));
    const subject = page.subject?.(url);
    if (subject !== undefined) expect(subject).toMatch(/^[\w-]+\/\S+$/);
  });

  test('is at home on one of the hosts the site asks for', () => {
    expect(couldLiveAt(site, url)).toBe(true);
  });
});

const oddAddresses = [
  'about:blank',
  'data:text/html,hello',
  'blob:https://crm.example.com/0a1b',
  'file:///contacts/17',
  'https://crm.example.com/#',
  'https://crm.example.com/#/contacts/',
  'https://crm.example.com/#/contacts/%E0%A4%A',
  'https://crm.example.com/#//contacts//17//',
  'https://crm.example.com/%E0%A4%A?q=%',
  'https://crm.example.com/#/contacts/17/../../deals/3',
  `https://crm.example.com/#/${'a/'.repeat(5000)}`,
];

describe.each(sites)('$id', (site) => {
  test.each(oddAddresses)('does not throw on %s', (address) => {
    expect(placeOf(site, address).broken).toEqual([]);
  });

  test('has one page of each kind', () => {
    const kinds = site.pages.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('has landmarks only for pages that it has', () => {
    const kinds = new Set(site.pages.map(({ kind }) => kind));
    for (const kind of Object.keys(site.landmarks)) expect(kinds).toContain(kind);
  });

  test('lives on hosts it names, or has marks to be known by on the rep’s own; or is no site at all', () => {
    expect(site.matches.length > 0 || site.marks !== undefined || site === other).toBe(true);
    for (const pattern of site.matches) expect(pattern).toMatch(/^(\*|https?):\/\/[^/]+\/\*$/);
  });

  test('logs only where nothing that it has counts by itself, and nowhere else', () => {
    const counts = site.rules.some(({ confirm }) => confirm.flat().some((one) => !('none' in one)));
    expect(site.logsOnly ?? false).toBe(!counts);
  });

  test('asks about phone and mail links, wherever they are', () => {
    const asking = site.rules.filter(({ confirm }) => confirm.flat().some((one) => 'none' in one));
    // Where mails are written, a mail link begins one, which is asked about itself.
    const writesMails = site.rules.some(({ asks }) => asks);
    expect(asking.map(({ kind }) => kind)).toEqual(writesMails ? ['call'] : ['call', 'email']);
    for (const { on } of asking) expect(on).toHaveLength(site.pages.length);
  });

  test.each(['/', '/index.php', '/some/unknown.page?a=1#/x', '/#Unknown/view/17'])(
    'has a page at %s of each of its addresses, so that it asks there as well',
    (path) => {
      const [, ofKind = {}] = known.find(([one]) => one === site) ?? [];
      const origins = new Set(Object.values(ofKind).flatMap((all) => all.map(originOf)));
      expect(origins.size).toBeGreaterThan(0);
      for (const origin of origins) expect(placeOf(site, origin + path).kind).not.toBeNull();
    },
  );

  test('has its own rule ids, none of which stands for a page', () => {
    const ids: readonly string[] = [
      ...site.rules.map(({ id }) => id),
      ...site.pages.map(({ kind }) => pageOf(site.id, kind)),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.startsWith(`${site.id}/`)).toBe(true);
  });

  test.each(site.rules)('$id holds on pages that the site has', ({ on }) => {
    const kinds = new Set(site.pages.map(({ kind }) => kind));
    expect(on.length).toBeGreaterThan(0);
    for (const kind of on) expect(kinds).toContain(kind);
  });

  test.each(site.rules)('$id waits for pages that the site has', ({ confirm }) => {
    const kinds = new Set(site.pages.map(({ kind }) => kind));
    for (const group of confirm) {
      for (const member of group) if ('arrives' in member) expect(kinds).toContain(member.arrives);
    }
  });

  test.each(site.rules)('$id credits a kind that exists', ({ kind }) => {
    if (typeof kind === 'string') expect(actionKinds).toContain(kind);
  });

  test.each(site.rules)('$id is the same deed as a rule that exists', (rule) => {
    if (rule.same === undefined) return;
    const other = site.rules.find(({ id }) => id === rule.same);
    expect(other).toBeDefined();
    expect(other?.same).toBeUndefined();
    // One key for both, so both must count equally often.
    expect(other?.once).toBe(rule.once);
    expect(rule.once).not.toBe('occurrence');
  });

  test.each(site.rules)('$id takes back only what another rule counts', (rule) => {
    if (rule.reverses) expect(rule.same).toBeDefined();
  });

  test.each(site.rules)('$id gives up after a sensible time', ({ within }) => {
    expect(within).toBeGreaterThanOrEqual(1000);
    expect(within).toBeLessThanOrEqual(60_000);
  });

  test.each(site.rules)('$id asks, where it asks, and waits for nothing else', ({ confirm }) => {
    const members = confirm.flat();
    if (members.some((member) => 'none' in member)) expect(members).toHaveLength(1);
  });

  test.each(site.rules)('$id holds a tick for two seconds only within its deadline', (rule) => {
    if (rule.confirm.flat().some((member) => 'becomes' in member))
      expect(rule.within).toBeGreaterThanOrEqual(5000);
  });

  test.each(site.rules)('$id names first in each group what proves it', ({ confirm }) => {
    for (const [first] of confirm) {
      expect(first).not.toHaveProperty('holds');
      expect(first).not.toHaveProperty('lacks');
    }
  });

  test.each(site.rules)('$id can find a thing again that it must recognise', (rule) => {
    const needs = rule.confirm.flat().some((member) => 'moves' in member || 'leaves' in member);
    if (needs) expect(rule).toHaveProperty('identity');
  });
});
