import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lab/steps.mjs';

/** The builds that ship. */
export const builds = ['chrome-mv3', 'firefox-mv3'] as const;
export type Build = (typeof builds)[number];

export function builtText(build: Build, file: string): string {
  return readFileSync(join(folderOf(build), file), 'utf8');
}

export function builtFiles(build: Build): readonly string[] {
  return readdirSync(folderOf(build), { recursive: true, encoding: 'utf8' });
}

export function builtManifest(build: Build): Readonly<Record<string, unknown>> {
  return JSON.parse(builtText(build, 'manifest.json')) as Record<string, unknown>;
}

function folderOf(build: Build): string {
  const folder = join(root, '.output', build);
  if (!existsSync(folder))
    throw new Error(`not built: wxt build --browser=${build.replace('-mv3', '')}`);
  return folder;
}
