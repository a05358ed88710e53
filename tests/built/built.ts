import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lab/steps.mjs';

/** The build that ships. */
export const production = join(root, '.output', 'chrome-mv3');

export function builtText(file: string): string {
  return readFileSync(join(production, file), 'utf8');
}

export function builtFiles(): readonly string[] {
  return readdirSync(production, { recursive: true, encoding: 'utf8' });
}
