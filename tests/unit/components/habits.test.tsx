// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Choice } from '../../../components/Choice';
import { ShortcutList } from '../../../components/ShortcutList';
import { WhatsNew } from '../../../components/WhatsNew';
import { button, click, field, show, words } from './screen';

it('lists the keys, and says where there is none', () => {
  const keys = new Map([
    ['log-call', 'Alt+Shift+D'],
    ['undo-last', ''],
  ]);
  const onChange = vi.fn();
  const root = show(<ShortcutList keys={keys} onChange={onChange} />);
  expect([...root.querySelectorAll('dl > div')].map((row) => words(row))).toEqual([
    'Log a callAlt+Shift+D',
    'Log an emailno key',
    'Undo the last actionno key',
    'Open Foothold beside the pageno key',
    'Show my first ruleno key',
    'Open Footholdno key',
  ]);
  click(button('Change the keys'));
  expect(onChange).toHaveBeenCalledOnce();
});

it('says in words where the keys are changed when it cannot go there', () => {
  const root = show(<ShortcutList keys={new Map()} onChange={undefined} />);
  expect(root.querySelector('button')).toBeNull();
  expect(words(root)).toContain('Manage Extension Shortcuts');
});

it('shows a choice as it is, and what is wrong with it', () => {
  const onChange = vi.fn();
  show(<Choice label="Tell me" hint="Quietly." problem="No." on={false} onChange={onChange} />);
  click(field('Tell me'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  expect(words(document.querySelector('[role="alert"]'))).toBe('No.');
});

it('says what is new until it is put away, and nothing without news', () => {
  const onDismiss = vi.fn();
  expect(words(show(<WhatsNew news="New." onDismiss={onDismiss} />))).toContain('New.');
  click(button('Got it'));
  expect(onDismiss).toHaveBeenCalledOnce();
  expect(words(show(<WhatsNew news="" onDismiss={onDismiss} />))).toBe('');
});
