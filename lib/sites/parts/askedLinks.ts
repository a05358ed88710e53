import type { PageKind, Rule, SiteId } from '../site';

/** Links that hand over to a phone or a mail program: nothing on the page can confirm what happens there. */
export function askedLinks(site: SiteId, on: readonly PageKind[]): readonly Rule[] {
  const asked = { on, confirm: [[{ none: 'ask' }]], within: 1000, once: 'occurrence' } as const;
  return [
    {
      ...asked,
      id: `${site}/tel`,
      intents: [
        {
          event: 'click',
          target: ['a[href^="tel:" i]', 'a[href^="callto:" i]', 'a[href^="sip:" i]'],
        },
      ],
      kind: 'call',
    },
    {
      ...asked,
      id: `${site}/mailto`,
      intents: [{ event: 'click', target: ['a[href^="mailto:" i]'] }],
      kind: 'email',
    },
  ];
}
