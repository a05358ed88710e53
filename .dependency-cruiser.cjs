/** Who may import whom. Type imports count too, except where a rule says that it is about what ships. */
const only = (name, from, allowed, more = {}) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(lib|components|entrypoints)/', pathNot: allowed, ...more },
});

module.exports = {
  forbidden: [
    only('domain-stands-alone', '^lib/domain/', '^lib/domain/'),
    only('sites-know-domain', '^lib/sites/', '^lib/(sites|domain)/'),
    only('detect-knows-sites', '^lib/detect/', '^lib/(detect|sites|domain)/'),
    only('teach-knows-detect', '^lib/teach/', '^lib/(teach|detect|sites|domain)/'),
    only('settings-know-domain', '^lib/settings/', '^lib/(settings|sites|domain|messages/schema)'),
    only('messages-know-domain', '^lib/messages/', '^lib/(messages|settings|sites|domain)/'),
    only('journal-knows-messages', '^lib/journal/', '^lib/(journal|messages|domain)/'),
    only('background-writes', '^lib/background/', '^lib/'),
    only(
      'sidebar-is-page-side',
      '^lib/sidebar/',
      '^lib/(sidebar|detect|sites|settings|messages|domain|clock)',
    ),
    only('components-are-dumb', '^components/', '^(components|lib/domain)/'),
    {
      name: 'pure-code-touches-no-browser',
      severity: 'error',
      from: { path: '^lib/(domain|sites|detect|teach)/' },
      to: { path: 'node_modules/(wxt|dexie|zod|preact|@webext-core)/' },
    },
    {
      name: 'only-the-journal-uses-dexie',
      severity: 'error',
      from: {
        path: '^(lib|components|entrypoints)/',
        pathNot: '^lib/(journal|background|pages)/',
      },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      // The build puts these in the place of a library's own.
      from: {
        orphan: true,
        path: '^(lib|components)/',
        pathNot: '^lib/(messages/errors|createI18n)',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      mainFields: ['module', 'main'],
    },
    exclude: { path: '^(\\.wxt|\\.output)' },
  },
};
