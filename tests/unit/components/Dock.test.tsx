// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Dock } from '../../../components/Dock';
import { click, show, words } from './screen';
import { sidebar, standing } from './samples';

describe('Dock', () => {
  it('collapses to one button that says what is next', () => {
    const props = sidebar();
    const root = show(<Dock {...props} collapsed />);
    const rail = root.querySelectorAll('button');
    expect(rail).toHaveLength(1);
    expect(rail[0]?.getAttribute('aria-label')).toMatch(/^Open Foothold: 3 more calls by 10:30/);
    expect(words(root)).toMatch(/^3by 10:30/);
    if (rail[0]) click(rail[0]);
    expect(props.onExpand).toHaveBeenCalledOnce();
  });

  it('hands the focus on when the rep opens or closes it, and only then', () => {
    const props = sidebar();
    const root = show(<Dock {...props} collapsed={false} />);
    expect(root.contains(document.activeElement)).toBe(false);
    const fold = root.querySelector<HTMLElement>('[aria-expanded="true"]');
    fold?.focus();
    if (fold) click(fold);
    show(<Dock {...props} collapsed />);
    expect(document.activeElement).toBe(root.querySelector('[aria-expanded="false"]'));
    (document.activeElement as HTMLElement).blur();
    // Another window opened it.
    show(<Dock {...props} collapsed={false} />);
    expect(root.contains(document.activeElement)).toBe(false);
  });

  it('marks on the rail that something wants an answer', () => {
    const alert = (changes: Parameters<typeof sidebar>[0]) =>
      show(<Dock {...sidebar(changes)} collapsed />).querySelector('.alert') !== null;
    expect(alert({})).toBe(false);
    expect(alert({ questions: [{ id: 'q', kind: 'call', at: 0 }] })).toBe(true);
    expect(alert({ site: { label: '', state: 'counting', unsaved: 1 } })).toBe(true);
  });

  it('rests on the rail, and loads on it', () => {
    const label = (changes: Parameters<typeof sidebar>[0]) =>
      show(<Dock {...sidebar(changes)} collapsed />)
        .querySelector('button')
        ?.getAttribute('aria-label');
    expect(label({ standing: null })).toBe('Open Foothold: Loading');
    expect(label({ standing: standing({ foothold: null, rest: 'paused' }) })).toBe(
      'Open Foothold: Paused for today',
    );
  });
});
