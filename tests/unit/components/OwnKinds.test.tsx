// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goalName } from '../../../components/goalName';
import { KindPicker } from '../../../components/KindPicker';
import { kindName } from '../../../components/kindName';
import { LogEarlier } from '../../../components/LogEarlier';
import { OwnKindsEditor } from '../../../components/OwnKindsEditor';
import { OwnLog } from '../../../components/OwnLog';
import { setOwnKinds } from '../../../components/ownKinds';
import type { NamedKind } from '../../../lib/domain/ownKinds';
import { button, click, field, note, show, submit, type, words } from './screen';

const demo: NamedKind = { kind: 'own1', name: 'Demo' };
const coffee: NamedKind = { kind: 'own2', name: 'Coffee chat', retired: true };

afterEach(() => {
  setOwnKinds([]);
});

describe('kinds of one’s own', () => {
  function editor(...kinds: NamedKind[]) {
    const onSave = vi.fn<(kinds: readonly NamedKind[]) => void>();
    const root = show(<OwnKindsEditor kinds={kinds} onSave={onSave} />);
    return { root, onSave };
  }

  it('are named in the options, as something done or something that comes of it', () => {
    const { root, onSave } = editor(demo);
    type(field('Its name'), ' Pilot agreed ');
    type(field('It is'), 'outcome');
    submit(root.querySelector('form'));
    expect(onSave.mock.calls).toEqual([[[demo, { kind: 'result1', name: 'Pilot agreed' }]]]);
  });

  it.each([
    ['', 'Give it a name.'],
    ['demo', 'There is a kind of this name already.'],
    ['x'.repeat(41), 'A name has 40 characters at most.'],
  ])('refuses “%s” with one sentence, and changes nothing', (name, sentence) => {
    const { root, onSave } = editor(demo);
    type(field('Its name'), name);
    submit(root.querySelector('form'));
    expect(note(field('Its name'))).toBe(sentence);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('are renamed, retired and brought back', () => {
    const { onSave } = editor(demo, coffee);
    type(field('what I do'), 'Live demo');
    click(button('Rename'));
    click(button('Retire: Demo'));
    click(button('Bring back: Coffee chat'));
    expect(onSave.mock.calls.map(([kinds]) => kinds)).toEqual([
      [{ ...demo, name: 'Live demo' }, coffee],
      [{ ...demo, retired: true }, coffee],
      [demo, { kind: 'own2', name: 'Coffee chat' }],
    ]);
  });

  it('are called what the rep calls them, retired ones too', () => {
    setOwnKinds([demo, coffee]);
    expect([kindName('own1', 1), kindName('own1', 2)]).toEqual(['Demo', 'Demo']);
    expect(goalName({ kinds: ['own2', 'call'] })).toBe('Coffee chat and calls');
    setOwnKinds([{ ...demo, name: 'Live demo' }]);
    expect(kindName('own1', 1)).toBe('Live demo');
  });

  it('can be picked for a goal and logged for earlier; a retired one only where a goal has it', () => {
    setOwnKinds([demo, coffee]);
    const picker = (...kinds: ('own2' | 'call')[]) =>
      words(show(<KindPicker name="" kinds={kinds} problem="" onChange={vi.fn()} />));
    expect(picker('call')).toContain('Demo');
    expect(picker('call')).not.toContain('Coffee chat');
    expect(picker('own2')).toContain('Coffee chat');
    const earlier = words(
      show(<LogEarlier nowMinute={600} onLogEarlier={() => Promise.resolve(1)} />),
    );
    expect(earlier).toContain('Demo');
    expect(earlier).not.toContain('Coffee chat');
  });

  it('are logged by one click each, and there is nothing to click without any', () => {
    const onLog = vi.fn();
    expect(words(show(<OwnLog onLog={onLog} />))).toBe('');
    setOwnKinds([demo, coffee, { kind: 'result1', name: 'pilot agreed' }]);
    const root = show(<OwnLog onLog={onLog} />);
    expect([...root.querySelectorAll('button')].map((one) => words(one))).toEqual([
      'Demo',
      'Pilot agreed',
    ]);
    click(button('Pilot agreed'));
    expect(onLog).toHaveBeenCalledExactlyOnceWith('result1');
  });
});
