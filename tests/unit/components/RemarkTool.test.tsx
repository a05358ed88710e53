// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RemarkTool } from '../../../components/RemarkTool';
import type { RecentAction } from '../../../lib/domain/standing';
import { recent } from './samples';
import { button, check, click, field, note, show, submit, type, words } from './screen';

const onRemark = vi.fn(() => Promise.resolve(true));
const wordsBeside = vi.fn(() => Promise.resolve('Call back in May'));

function tool(changes: Partial<RecentAction> = {}) {
  return show(
    <RemarkTool action={recent(changes)} wordsBeside={wordsBeside} onRemark={onRemark} />,
  );
}

afterEach(() => {
  onRemark.mockReset().mockResolvedValue(true);
});

describe('the last actions', () => {
  it('say what was said about them, and offer to say more', () => {
    tool();
    expect(words(button('Tag: Call, 10:04 AM'))).toBe('Tag');
    tool({ tags: ['voicemail', 'senior'] });
    expect(words(button('Voicemail +1: Call, 10:04 AM'))).toBe('Voicemail +1');
    expect(words(tool({ kind: 'stage' }))).toBe('Note');
    expect(words(tool({ kind: 'stage', noted: true }))).toBe('Noted');
    expect(words(tool({ tags: ['voicemail'], noted: true }))).toBe('Voicemail +1');
  });

  it('are tagged at once with an outcome and what else was good', async () => {
    const root = tool({ tags: ['voicemail', 'senior'] });
    click(button('Voicemail +1: Call, 10:04 AM'));
    expect(field('Voicemail').checked).toBe(true);
    check(field('Connected'));
    check(field('Next step set'));
    submit(root.querySelector('form'));
    expect(onRemark).toHaveBeenCalledExactlyOnceWith('a1', {
      remarks: { tags: ['connected', 'senior', 'next'] },
      words: '',
    });
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
    expect(onRemark).toHaveBeenCalledExactlyOnceWith('a1', {
      remarks: { tags: ['connected'] },
      words: '',
    });
  });

  it('write nothing when nothing was changed', async () => {
    const root = tool({ tags: ['next'] });
    click(button('Next step set: Call, 10:04 AM'));
    submit(root.querySelector('form'));
    await vi.waitFor(() => {
      expect(root.querySelector('dialog')).toBeNull();
    });
    expect(onRemark).not.toHaveBeenCalled();
  });

  it('are given an amount where one log is as much as the rep says', async () => {
    const root = tool({ kind: 'learning' });
    click(button('How much: Learning session, 10:04 AM'));
    type(field('How much'), '0');
    submit(root.querySelector('form'));
    expect(note(field('How much'))).toBe('A whole number from 1 to 999.');
    expect(onRemark).not.toHaveBeenCalled();
    type(field('How much'), '12');
    type(field('In'), 'pages');
    submit(root.querySelector('form'));
    expect(onRemark).toHaveBeenCalledExactlyOnceWith('a1', {
      remarks: { amount: { count: 12, unit: 'pages' } },
      words: '',
    });
    await vi.waitFor(() => {
      expect(root.querySelector('dialog')).toBeNull();
    });
    tool({ kind: 'learning', amount: { count: 1, unit: 'minutes' } });
    expect(words(button('1 minute: Learning session, 10:04 AM'))).toBe('1 minute');
  });

  it('have a line of the rep’s own, which only the journal knows until it is opened', async () => {
    const root = tool({ tags: ['next'] });
    click(button('Next step set: Call, 10:04 AM'));
    expect(field('My note').value).toBe('');
    expect(wordsBeside).not.toHaveBeenCalled();
    type(field('My note'), 'Call back in June');
    submit(root.querySelector('form'));
    expect(onRemark).toHaveBeenCalledExactlyOnceWith('a1', {
      remarks: { tags: ['next'] },
      words: 'Call back in June',
    });
    await vi.waitFor(() => {
      expect(root.querySelector('dialog')).toBeNull();
    });
    tool({ noted: true });
    click(button('Noted: Call, 10:04 AM'));
    await vi.waitFor(() => {
      expect(field('My note').value).toBe('Call back in May');
    });
    type(field('My note'), '');
    submit(root.querySelector('form'));
    expect(onRemark).toHaveBeenLastCalledWith('a1', { remarks: {}, words: '' });
  });

  it('say when it could not be kept', async () => {
    onRemark.mockResolvedValue(false);
    const root = tool();
    click(button('Tag: Call, 10:04 AM'));
    check(field('Not interested'));
    submit(root.querySelector('form'));
    await vi.waitFor(() => {
      expect(words(root.querySelector('[role="alert"]'))).toMatch(/^Not saved/);
    });
  });
});
