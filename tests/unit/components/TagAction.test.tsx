// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TagAction } from '../../../components/TagAction';
import type { RecentAction } from '../../../lib/domain/standing';
import { recent } from './samples';
import { button, check, click, field, show, submit, words } from './screen';

const onTag = vi.fn(() => Promise.resolve(true));

function tool(changes: Partial<RecentAction> = {}) {
  return show(<TagAction action={recent(changes)} onTag={onTag} />);
}

afterEach(() => {
  onTag.mockReset().mockResolvedValue(true);
});

describe('the last actions', () => {
  it('say what was said about them, and offer to say more', () => {
    tool();
    expect(words(button('Tag: Call, 10:04 AM'))).toBe('Tag');
    tool({ tags: ['voicemail', 'senior'] });
    expect(words(button('Voicemail +1: Call, 10:04 AM'))).toBe('Voicemail +1');
    expect(words(tool({ kind: 'stage' }))).toBe('');
  });

  it('are tagged at once with an outcome and what else was good', async () => {
    const root = tool({ tags: ['voicemail', 'senior'] });
    click(button('Voicemail +1: Call, 10:04 AM'));
    expect(field('Voicemail').checked).toBe(true);
    check(field('Connected'));
    check(field('Next step set'));
    submit(root.querySelector('form'));
    expect(onTag).toHaveBeenCalledExactlyOnceWith('a1', ['connected', 'senior', 'next']);
    await vi.waitFor(() => {
      expect(root.querySelector('dialog')).toBeNull();
    });
  });

  it('keep the sheet of the one that was opened when another takes its place', () => {
    const root = tool();
    click(button('Tag: Call, 10:04 AM'));
    tool({ id: 'a2', kind: 'email' });
    check(field('Connected'));
    submit(root.querySelector('form'));
    expect(onTag).toHaveBeenCalledExactlyOnceWith('a1', ['connected']);
  });

  it('write nothing when nothing was changed', async () => {
    const root = tool({ tags: ['next'] });
    click(button('Next step set: Call, 10:04 AM'));
    submit(root.querySelector('form'));
    await vi.waitFor(() => {
      expect(root.querySelector('dialog')).toBeNull();
    });
    expect(onTag).not.toHaveBeenCalled();
  });

  it('say when it could not be kept', async () => {
    onTag.mockResolvedValue(false);
    const root = tool();
    click(button('Tag: Call, 10:04 AM'));
    check(field('Not interested'));
    submit(root.querySelector('form'));
    await vi.waitFor(() => {
      expect(words(root.querySelector('[role="alert"]'))).toMatch(/^Not saved/);
    });
  });
});
