import { describe, expect, test } from 'vitest';
import { isPanel, panelPort } from '../../../lib/messages/panelPort';

const id = 'foothold-extension-id';
const home = 'chrome-extension://foothold-extension-id/';
const sender = { id, url: `${home}sidepanel.html` };
const admitted = (own: object, name = panelPort) =>
  isPanel({ name, sender: { ...sender, ...own } }, id, home);

describe('who may see what a page counts', () => {
  test('our side panel', () => {
    expect(admitted({})).toBe(true);
  });

  test.each<[string, object]>([
    ['another extension', { id: 'another-extension' }],
    ['a script of ours in a page', { url: 'https://crm.example.com/', tab: { id: 3 } }],
    ['a page of ours in a tab', { tab: { id: 3 } }],
    ['a page that only looks like ours', { url: 'https://foothold-extension-id/sidepanel.html' }],
    ['an extension whose id begins like ours', { url: `${home.slice(0, -1)}x/sidepanel.html` }],
    ['somebody without an address', { url: undefined }],
  ])('not %s', (_who, own) => {
    expect(admitted(own)).toBe(false);
  });

  test('nor anything that comes for something else, or from nowhere', () => {
    expect(admitted({}, 'another-port')).toBe(false);
    expect(isPanel({ name: panelPort }, id, home)).toBe(false);
  });
});
