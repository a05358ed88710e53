import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [
      { find: '#i18n', replacement: fileURLToPath(new URL('tests/unit/i18n.ts', import.meta.url)) },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    fakeTimers: { toFake: ['Date'] },
    setupFiles: ['tests/unit/setup.ts'],
  },
});
