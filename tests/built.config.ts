import { defineConfig } from 'vitest/config';

/** What only the finished builds can show: manifest, sizes, what is in which bundle. */
export default defineConfig({
  test: { include: ['tests/built/**/*.test.ts'], environment: 'node' },
});
