import type { SiteId } from '../sites/site';
import { localItem } from './item';
import { isRecord } from './record';

/** An address where the rep works, and which site lives there. */
export interface SiteSetting {
  /** `https://crm.example.com`, without a path. */
  readonly origin: string;
  readonly site: SiteId;
  readonly on: boolean;
  /** Where Foothold shows: in the page, or with nothing inserted there in the browser's side panel. Absent: in the page. */
  readonly surface?: Surface;
  /** Set by browser policy: it stays on, and as it is. */
  readonly company?: true;
  /** None of its pages has been recognised yet: the first that is says what the site is. */
  readonly guessed?: true | undefined;
}

export type Surface = 'page' | 'panel';

/** Read by the page too, hence parsed by hand; a damaged entry is left out and the others stay. */
export const siteSettings = localItem('sites', parseSites);

export function parseSites(stored: unknown): readonly SiteSetting[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { origin, site, on, surface, company, guessed } = entry;
    if (typeof origin !== 'string' || !isOrigin(origin) || typeof site !== 'string') return [];
    return [
      {
        origin,
        site,
        on: on !== false,
        ...(company === true && { company }),
        ...(guessed === true && { guessed }),
        ...(surface === 'panel' && { surface }),
      },
    ];
  });
}

/** A damaged one would make the browser refuse the registration of all. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

export function siteAt(settings: readonly SiteSetting[], origin: string): SiteSetting | undefined {
  return settings.find((setting) => setting.origin === origin);
}

/** The company wants nothing in its pages: not even a lesson. */
export function keptOut({
  company,
  surface,
}: {
  readonly [Field in 'company' | 'surface']?: SiteSetting[Field] | undefined;
}): boolean {
  return company === true && surface === 'panel';
}

/** The settings with this one among them, in the place of an earlier one for the same origin. */
export function withSite(
  settings: readonly SiteSetting[],
  setting: SiteSetting,
): readonly SiteSetting[] {
  return siteAt(settings, setting.origin)
    ? settings.map((one) => (one.origin === setting.origin ? setting : one))
    : [...settings, setting];
}

/** Says what the site at an address is. */
export function settle(origin: string, site: SiteId): Promise<void> {
  return change(origin, { site, guessed: undefined });
}

/** The match pattern that covers an origin: permissions know hosts, not ports. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Turns Foothold off at one origin, unless the company has set it; what was counted there stays. */
export function switchOff(origin: string): Promise<void> {
  return change(origin, { on: false });
}

/** Shows Foothold in the pages of one origin, or beside them, unless the company has set where. */
export function moveTo(surface: Surface, origin: string): Promise<void> {
  return change(origin, { surface });
}

async function change(origin: string, changes: Partial<SiteSetting>): Promise<void> {
  const settings = await siteSettings.get();
  await siteSettings.set(
    settings.map((setting) =>
      setting.origin === origin && !setting.company ? { ...setting, ...changes } : setting,
    ),
  );
}

/** The origin of an address as typed or pasted, `https` where no scheme is given; undefined when it is no web address. */
export function originOf(address: string): string | undefined {
  const typed = address.trim();
  const text = /^[a-z][a-z+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  const isName = hostname === 'localhost' || /^[^.]+(\.[^.]+)+$|^\[/.test(hostname);
  return (protocol === 'https:' || protocol === 'http:') && isName ? origin : undefined;
}
