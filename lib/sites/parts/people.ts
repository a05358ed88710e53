/** It hangs detached from what opened it. */
export const leadMenu = '[id^="hue-menu-"]';

/** What the addresses of LinkedIn name, and by what. */
const named = [
  ['profile', /(?:\/in\/|[?&](?:vanityName|recipient)=)([^/?&#]+)/],
  // The rest of a lead's address changes with each visit.
  ['lead', /\/sales\/(?:lead|people)\/([^,/?#]+)/],
  ['thread', /\/messaging\/thread\/([^/?#]+)/],
  ['post', /\/feed\/update\/([^/?#]+)/],
] as const;

/**
 * The subject that an address names.
 *
 * `/in/test-person-1/`, `/preload/custom-invite/?vanityName=test-person-1` → `profile/test-person-1`;
 * `/sales/lead/ACwAATEST000001,NAME_SEARCH,a1b2` → `lead/ACwAATEST000001`.
 */
export function subjectIn(address: string | null | undefined): string | undefined {
  for (const [kind, pattern] of named) {
    const id = pattern.exec(address ?? '')?.[1];
    if (id) return `${kind}/${id}`;
  }
  return undefined;
}

const subjectBehind = (link: Element | null) => subjectIn(link?.getAttribute('href'));

/** The one that the card around a control links to, if the smallest part of the page that links at all has only one. */
function linkedBy(control: Element, links: string): string | undefined {
  for (
    let card = control.parentElement;
    card && !card.matches('main, body');
    card = card.parentElement
  ) {
    const [one, ...others] = new Set([...card.querySelectorAll(links)].map(subjectBehind));
    if (one) return others.length > 0 ? undefined : one;
  }
  return undefined;
}

/** The profile's own card, its "More" menu, and the dialogs that either opens. */
const owners =
  '[componentkey$="Topcard"], section:has(h1), [role="menu"], .artdeco-dropdown__content, [role="dialog"], dialog';

/** SDUI names the member, whatever the surface and the language. */
export function memberOf(control: Element): string | undefined {
  const id = /member:(\d+)/.exec(control.getAttribute('componentkey') ?? '')?.[1];
  return id && `member/${id}`;
}

/** Whom a control is for: by its own link, by being the profile's own, or by the one person its card links to. */
export function personOf(control: Element): string | undefined {
  return (
    subjectBehind(control) ??
    (control.closest(owners)
      ? subjectIn(control.ownerDocument.URL)
      : (linkedBy(control, 'a[href*="/in/"]') ?? memberOf(control)))
  );
}

/** Whom a message is for: the head of its bubble or thread says so; else the address does, outside of the overlay. */
export function correspondent(control: Element): string | undefined {
  const bubble = control.closest('.msg-overlay-conversation-bubble');
  if (bubble) return subjectBehind(bubble.querySelector('header a[href*="/in/"]'));
  const page = control.ownerDocument;
  return subjectBehind(page.querySelector('.msg-thread__link-to-profile')) ?? subjectIn(page.URL);
}

let lead: string | undefined;

/**
 * The lead of the page, of a row, or of a conversation. In the menu of the last one it is that one, by both names where
 * the menu links to the profile: `profile/test-person-1 lead/ACwAATEST000001`.
 */
export function leadOf(control: Element): string | undefined {
  const menu = control.closest(leadMenu);
  if (menu) {
    const profile = subjectBehind(menu.querySelector('a[href*="/in/"]'));
    return profile && lead ? `${profile} ${lead}` : (lead ?? profile);
  }
  return (lead =
    subjectIn(control.ownerDocument.URL) ??
    linkedBy(control, 'a[href*="/sales/lead/"], a[href*="/sales/people/"]'));
}
