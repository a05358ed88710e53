import { expect, it } from 'vitest';
import { builtFiles, builtManifest, builtText } from './built';

/** Nothing runs Firefox here, so what its build promises is read off it. */
const manifest = builtManifest('firefox-mv3');
const chromium = builtManifest('chrome-mv3');

it('requires no host, and is for no Firefox that could not ask for one later', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
  expect(manifest).toMatchObject({
    browser_specific_settings: { gecko: { strict_min_version: '128.0' } },
  });
});

it('asks for what the Chromium build asks for, without the side panel that Firefox has not', () => {
  const asked = chromium['permissions'] as string[];
  expect(manifest['permissions']).toEqual(asked.filter((name) => name !== 'sidePanel'));
  expect(manifest['optional_permissions']).toEqual(chromium['optional_permissions']);
});

it('shows Foothold in Firefox’s own sidebar, which opens for nobody who did not ask', () => {
  expect(manifest['sidebar_action']).toMatchObject({
    default_panel: 'sidepanel.html',
    open_at_install: false,
  });
  expect(builtFiles('firefox-mv3')).toContain('sidepanel.html');
});

it('says that it collects nothing', () => {
  expect(manifest).toMatchObject({
    browser_specific_settings: {
      gecko: {
        id: expect.any(String) as string,
        data_collection_permissions: { required: ['none'] },
      },
    },
  });
});

it('has the same keys', () => {
  expect(manifest['commands']).toEqual(chromium['commands']);
});

it('has nothing in its manifest that only Chromium knows', () => {
  for (const name of ['side_panel', 'storage', 'key', 'minimum_chrome_version'])
    expect(manifest).not.toHaveProperty(name);
  expect(manifest['background']).not.toHaveProperty('service_worker');
});

it('lets no page load a file of ours, and has nothing of the lab in it', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
  for (const file of builtFiles('firefox-mv3').filter((name) => name.endsWith('.js')))
    expect(builtText('firefox-mv3', file)).not.toMatch(/lab\.clock|classic\//);
  expect(builtFiles('firefox-mv3')).not.toContain('site-classic.js');
});
