import type { PageKind, Page, Site } from '../../../lib/sites/site';

function page(kind: PageKind, path: RegExp): Page {
  return {
    kind,
    test: ({ pathname }) => path.test(pathname),
    subject: ({ pathname }) => /\d+/.exec(pathname)?.[0],
  };
}

const seconds = 1000;
/** Errors and confirmations alike; only what is in it tells them apart, so this is the error's own class. */
const complaint = ['[role="alert"].error'] as const;

/** A server-rendered CRM of ours, for the lab only: every form is a full page load. */
export const classic: Site = {
  id: 'classic',
  label: 'Classic CRM',
  // Nobody lives there; to the first run and the options it is a site with an address of its own.
  matches: ['https://classic.example.com/*'],
  pages: [
    {
      kind: 'broken',
      test: ({ hash }) => {
        if (hash === '#broken') throw new TypeError('no address is what it was');
        return false;
      },
    },
    page('contact-create', /^\/contacts\/new$/),
    page('contact', /^\/contacts\/\d+$/),
    page('deal-edit', /^\/deals\/\d+\/edit$/),
    page('deal', /^\/deals\/\d+$/),
    page('contacts', /^\/contacts$/),
  ],
  rules: [
    {
      id: 'classic/contact',
      on: ['contact-create'],
      intents: [{ event: 'submit', target: ['form[action="/contacts/new"] button[name="save"]'] }],
      kind: 'contact',
      confirm: [[{ arrives: 'contact' }]],
      fails: complaint,
      cancels: ['button[name="cancel"]'],
      within: 20 * seconds,
      once: 'occurrence',
    },
    {
      // The form is sent to the record's own address: an error is drawn there too, and only its notice tells.
      id: 'classic/stage',
      on: ['deal-edit', 'deal'],
      intents: [{ event: 'submit', target: ['form[action^="/deals/"] button[name="save"]'] }],
      reads: { stage: ['select[name="stage"]'] },
      kind: ({ stage }) => (stage && stage.was !== stage.is ? ['stage'] : []),
      confirm: [[{ arrives: 'deal' }]],
      fails: complaint,
      cancels: ['button[name="cancel"]'],
      within: 20 * seconds,
      once: 'occurrence',
    },
    {
      // What a site's change may do to a rule; a test breaks the page for it.
      id: 'classic/broken',
      on: ['contact', 'contacts', 'contact-create'],
      intents: [
        {
          event: 'click',
          target: ['*'],
          accept: (target) => {
            if (target.closest('[data-broken]')) throw new TypeError('nothing is where it was');
            return false;
          },
        },
      ],
      kind: 'note',
      confirm: [[{ request: /never/ }]],
      within: 20 * seconds,
      once: 'occurrence',
    },
  ],
  landmarks: {},
};
