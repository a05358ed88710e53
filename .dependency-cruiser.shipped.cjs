/** What may be in the page: here type imports do not count, because they do not ship. */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'the-page-gets-no-dexie-zod-or-calendar',
      severity: 'error',
      from: { path: '^(entrypoints/sidebar|lib/sites)/' },
      to: { path: 'node_modules/(dexie|zod|temporal-polyfill)/', reachable: true },
    },
    {
      name: 'the-page-reckons-nothing',
      severity: 'error',
      from: { path: '^(entrypoints/sidebar|lib/sites)/' },
      to: {
        path: '^lib/domain/(odds/|plan|standing|outlook|activeGoals|foothold|nudge/(nudge|moment))',
        reachable: true,
      },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
