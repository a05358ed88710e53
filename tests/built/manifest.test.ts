import { expect, it } from 'vitest';
import { builtFiles, builtManifest, builtText } from './built';

const manifest = builtManifest('chrome-mv3');

it('requires no host, so that installing asks for nothing', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
});

it('asks for exactly the permissions that PRIVACY.md explains', () => {
  expect(manifest['permissions']).toEqual([
    'storage',
    'unlimitedStorage',
    'alarms',
    'scripting',
    'activeTab',
    'contextMenus',
    'sidePanel',
  ]);
  expect(manifest['optional_permissions']).toEqual(['notifications']);
});

it('suggests four keys, as many as a browser takes', () => {
  const commands = manifest['commands'] as Record<string, { suggested_key?: { default: string } }>;
  expect(
    Object.entries(commands).map(([name, { suggested_key }]) => [name, suggested_key?.default]),
  ).toEqual([
    ['open-panel', 'Alt+Shift+F'],
    ['log-call', 'Alt+Shift+D'],
    ['log-email', 'Alt+Shift+E'],
    ['undo-last', 'Alt+Shift+U'],
    ['show-rule', undefined],
    ['_execute_action', undefined],
  ]);
});

it('lets no page load a file of ours', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
});

it('lets a company set targets by policy, with a schema that goes with the build', () => {
  expect(manifest['storage']).toEqual({ managed_schema: 'managed_schema.json' });
  expect(JSON.parse(builtText('chrome-mv3', 'managed_schema.json'))).toMatchObject({
    type: 'object',
    properties: { goals: {}, sites: {}, notifications: {} },
  });
});

it('has nothing of the lab in it', () => {
  expect(manifest).not.toHaveProperty('key');
  for (const file of ['sidebar.js', 'background.js'])
    expect(builtText('chrome-mv3', file)).not.toMatch(/lab\.clock|classic\//);
  expect(builtFiles('chrome-mv3')).not.toContain('site-classic.js');
});
