/** What may be in the page: here type imports do not count, because they do not ship. */
const { options } = require('./.dependency-cruiser.cjs');

/** What runs in a page: the sidebar with its sites, a lesson, and the buttons that were taught. */
const page = '^(entrypoints/(sidebar|teach|taught)|lib/(sites|teach))/';

module.exports = {
  forbidden: [
    {
      name: 'the-page-gets-no-dexie-zod-or-calendar',
      severity: 'error',
      from: { path: page },
      to: { path: 'node_modules/(dexie|zod|temporal-polyfill)/', reachable: true },
    },
    {
      name: 'the-page-reckons-nothing',
      severity: 'error',
      from: { path: page },
      to: {
        path: '^lib/domain/',
        // What one action is, and what it adds to a standing that the worker has reckoned.
        pathNot:
          '^lib/domain/(action|ahead|brokenPage|companyGoal|credit|detected|occurrence|ownKinds|proofs|recent|shape|taughtRule|touches|nudge/progress)\\.ts$',
        reachable: true,
      },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
