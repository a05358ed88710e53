// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { DetectedAction } from '../../../lib/domain/detected';
import { makeWay, relieve } from '../../../lib/sidebar/handover';

const action: DetectedAction = {
  occurrence: 'occurrence-1',
  kinds: ['call'],
  at: 1,
  offset: 60,
  site: 'atomic',
  via: 'one-click',
  evidence: 'said',
};

const roots = new Map<Element, ShadowRoot>();
const rootOf = (element: Element) => roots.get(element) ?? null;

afterEach(() => {
  for (const host of roots.keys()) host.remove();
  roots.clear();
});

/** What a script leaves in the page: a host with a closed root, its style and its container. */
function sidebar() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const container = document.createElement('div');
  root.append(document.createElement('style'), container);
  document.documentElement.append(host);
  roots.set(host, root);
  const life = new AbortController();
  life.signal.addEventListener('abort', () => {
    host.remove();
  });
  return { host, container, life };
}

test('the old script leaves at once, and what it could not deliver is taken over', () => {
  const old = sidebar();
  makeWay(old.container, 'kin', old.life, () => [action]);
  expect(relieve(document, 'kin', rootOf)).toEqual([action]);
  expect(old.life.signal.aborted).toBe(true);
  expect(old.host.isConnected).toBe(false);
  expect(relieve(document, 'kin', rootOf)).toEqual([]);
});

test('what a page builds in a root of its own is neither asked nor believed', () => {
  const fake = sidebar();
  const heard = vi.fn();
  fake.container.addEventListener('leave', heard);
  for (const word of ['', 'null', 'other']) {
    fake.container.setAttribute('data-kin', word);
    fake.container.setAttribute('data-left', JSON.stringify([action]));
    expect(relieve(document, 'kin', rootOf)).toEqual([]);
    expect(relieve(document, null, rootOf)).toEqual([]);
  }
  expect(heard).not.toHaveBeenCalled();
  expect(fake.host.isConnected).toBe(true);
});

test('the question is not heard outside of the closed root', () => {
  const old = sidebar();
  const heard = vi.fn();
  for (const target of [window, document, old.host]) target.addEventListener('leave', heard, true);
  makeWay(old.container, 'kin', old.life, () => []);
  expect(relieve(document, 'kin', rootOf)).toEqual([]);
  expect(old.life.signal.aborted).toBe(true);
  expect(heard).not.toHaveBeenCalled();
});

test('without a word nobody can ask, and nobody is asked', () => {
  const old = sidebar();
  makeWay(old.container, null, old.life, () => [action]);
  expect(relieve(document, 'kin', rootOf)).toEqual([]);
  expect(old.life.signal.aborted).toBe(false);
});
