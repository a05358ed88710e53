import { expect, it } from 'vitest';
import { builtFiles, builtText } from './built';

const manifest = JSON.parse(builtText('manifest.json')) as Record<string, unknown>;

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
  ]);
});

it('lets no page load a file of ours', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
});

it('has nothing of the lab in it', () => {
  expect(manifest).not.toHaveProperty('key');
  for (const file of ['sidebar.js', 'background.js'])
    expect(builtText(file)).not.toMatch(/lab\.clock|classic\//);
  expect(builtFiles()).not.toContain('site-classic.js');
});
