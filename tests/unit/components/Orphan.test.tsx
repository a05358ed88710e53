// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Orphan, orphanTexts } from '../../../components/Orphan';
import { i18n } from '../i18n';
import { show, words } from './screen';

it('speaks without its extension, from texts that it has read before', () => {
  const texts = orphanTexts();
  const gone = vi.spyOn(i18n, 't').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  const root = show(<Orphan texts={texts} side="left" unsaved={0} />);
  expect(words(root)).toBe('FootholdRefresh to keep counting');
  show(<Orphan texts={texts} side="left" unsaved={2} />);
  expect(words(root.querySelector('[role="status"] :last-child'))).toBe('Not saved: 2');
  gone.mockRestore();
});
