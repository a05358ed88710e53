// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { FirstPlan } from '../../../components/FirstPlan';
import { LostSites } from '../../../components/LostSites';
import { PickSites, type PickSitesProps } from '../../../components/PickSites';
import { Ready } from '../../../components/Ready';
import { SiteHere, type PageHere } from '../../../components/SiteHere';
import { arrived, button, click, field, note, show, submit, type, words } from './screen';

const linkedin = { id: 'linkedin', label: 'LinkedIn', host: 'www.linkedin.com' };
const panel = "Beside it, in the browser's side panel";

function pick(changes: Partial<PickSitesProps> = {}) {
  const props = {
    company: [],
    known: [linkedin],
    typed: ['Atomic CRM'],
    badAddress: false,
    answer: null,
    onPick: vi.fn(),
    onSkip: vi.fn(),
    ...changes,
  };
  return { root: show(<PickSites {...props} />), props };
}

describe('picking sites', () => {
  it('has none picked, and asks for one before it asks the browser', () => {
    const { root, props } = pick();
    submit(root.querySelector('form'));
    expect(words(root.querySelector('[role="alert"]'))).toContain('Pick a site');
    expect(props.onPick).not.toHaveBeenCalled();
    click(button('Not now'));
    expect(props.onSkip).toHaveBeenCalledOnce();
  });

  it('offers each picked site both ways, on the page first, with what LinkedIn says about it', () => {
    const { root, props } = pick();
    expect(root.querySelector('fieldset')).toBeNull();
    click(field('LinkedIn www.linkedin.com'));
    const choice = root.querySelector('fieldset');
    expect(words(choice)).toContain('On the page');
    expect(note(choice as HTMLElement)).toContain('user agreement forbids inserting elements');
    expect(field('On the page').checked).toBe(true);
    submit(root.querySelector('form'));
    expect(props.onPick).toHaveBeenLastCalledWith({
      known: [{ id: 'linkedin', surface: 'page' }],
      own: null,
    });
    click(field(panel));
    type(field('My CRM is at'), ' crm.example.com ');
    submit(root.querySelector('form'));
    expect(props.onPick).toHaveBeenLastCalledWith({
      known: [{ id: 'linkedin', surface: 'panel' }],
      own: { address: 'crm.example.com', surface: 'page' },
    });
  });

  it('shows what the company has set as picked already, and goes on with that alone', () => {
    const { root, props } = pick({
      company: [{ label: 'Atomic CRM', host: 'crm.example.com' }],
    });
    const set = field('Atomic CRM crm.example.com');
    expect([set.checked, set.disabled]).toEqual([true, true]);
    expect(words(set.closest('li'))).toContain('Set by your company');
    submit(root.querySelector('form'));
    expect(props.onPick).toHaveBeenCalledWith({ known: [], own: null });
  });

  it('says whose CRMs can be typed, and what is no address', () => {
    const { root } = pick();
    expect(note(field('My CRM is at'))).toContain('Atomic CRM');
    pick({ badAddress: true });
    expect(note(field('My CRM is at'))).toContain('not an address');
    expect(root.querySelector('[aria-invalid]')).not.toBeNull();
  });

  it('keeps what was picked when the browser was told no, or told half a yes', () => {
    const { root } = pick();
    click(field('LinkedIn www.linkedin.com'));
    pick({ answer: { yes: [], no: ['www.linkedin.com'] } });
    expect(words(root.querySelector('[role="alert"]'))).toBe(
      'The browser was told no, so Foothold cannot see www.linkedin.com. Nothing is lost: ask again, or go on without.',
    );
    expect(field('LinkedIn www.linkedin.com').checked).toBe(true);
    expect(button('Ask again').type).toBe('submit');
    pick({ answer: { yes: ['crm.example.com'], no: ['www.linkedin.com'] } });
    expect(words(root.querySelector('[role="alert"]'))).toContain('counts on crm.example.com now');
    expect(button('Go on without').type).toBe('button');
  });
});

describe('the first plan', () => {
  const goal = {
    period: 'day' as const,
    kinds: ['call'] as const,
    target: 8,
    floor: 7,
    ceiling: 10,
  };
  const weekly = { ...goal, period: 'week' as const, kinds: ['opportunity'] as const };

  it('changes numbers, and the range follows', () => {
    const onAccept = vi.fn(() => Promise.resolve());
    const root = show(
      <FirstPlan
        goals={[
          { id: 'a', goal },
          { id: 'b', goal: weekly },
        ]}
        onAccept={onAccept}
      />,
    );
    expect(field('Opportunities per week').value).toBe('8');
    type(field('Calls per day'), '20');
    submit(root.querySelector('form'));
    expect(onAccept).toHaveBeenCalledExactlyOnceWith([
      { id: 'a', goal: { ...goal, target: 20, floor: 18, ceiling: 25 } },
      { id: 'b', goal: weekly },
    ]);
  });

  it('says when it could not be stored, and keeps the numbers', async () => {
    const onAccept = vi.fn().mockRejectedValueOnce(new Error('The disk is full'));
    const root = show(<FirstPlan goals={[{ id: 'a', goal }]} onAccept={onAccept} />);
    type(field('Calls per day'), '20');
    submit(root.querySelector('form'));
    await arrived();
    expect(words(root.querySelector('[role=alert]'))).toMatch(/could not be saved/);
    expect(field('Calls per day').value).toBe('20');
  });

  it('refuses what cannot be, and an empty number once it is tried', () => {
    const onAccept = vi.fn(() => Promise.resolve());
    const root = show(<FirstPlan goals={[{ id: 'a', goal }]} onAccept={onAccept} />);
    type(field('Calls per day'), '');
    expect(note(field('Calls per day'))).toBe('');
    submit(root.querySelector('form'));
    expect(note(field('Calls per day'))).toContain('a number from 1 to 9999');
    expect(document.activeElement).toBe(field('Calls per day'));
    expect(onAccept).not.toHaveBeenCalled();
  });
});

describe('the last step', () => {
  it('says where Foothold is and shows, and leads there', () => {
    const onGo = vi.fn();
    const root = show(
      <Ready
        sites={[
          { origin: 'https://crm.example.com', name: 'Atomic CRM', surface: 'page' },
          { origin: 'https://www.linkedin.com', name: 'LinkedIn', surface: 'panel' },
        ]}
        onGo={onGo}
      />,
    );
    expect(words(root)).toContain('Foothold is on Atomic CRM, in open tabs too.');
    expect(words(root)).toContain("LinkedIn and shows in the browser's side panel");
    click(button('Go to LinkedIn'));
    expect(onGo).toHaveBeenCalledExactlyOnceWith('https://www.linkedin.com');
  });

  it('says how to begin where no site is on yet', () => {
    const root = show(<Ready sites={[]} onGo={vi.fn()} />);
    expect(words(root)).toContain('Open your CRM');
  });
});

describe('the page under the popup', () => {
  function here(state: PageHere) {
    const hands = { onLook: vi.fn(), onCount: vi.fn(), onDismiss: vi.fn() };
    return { root: show(<SiteHere host="crm.example.com" here={state} {...hands} />), hands };
  }

  it('is looked at only when the rep says so', () => {
    const { root, hands } = here({ state: 'new' });
    expect(words(root)).toContain('does not count on crm.example.com');
    click(button('Count here'));
    expect(hands.onLook).toHaveBeenCalledOnce();
    expect(hands.onCount).not.toHaveBeenCalled();
    here({ state: 'looking' });
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });

  it.each([
    [
      { state: 'recognised', label: 'Atomic CRM' },
      'This looks like Atomic CRM.',
      'Yes, count here',
    ],
    [{ state: 'unknown' }, 'recognises no CRM on this page', 'Log with one click here'],
    [{ state: 'off', label: 'LinkedIn' }, 'Foothold is off on LinkedIn.', 'Turn on'],
    [{ state: 'off', label: '' }, 'Foothold is off on crm.example.com.', 'Turn on'],
  ] as const)('counts after a yes: %j', (state, sentence, act) => {
    const { root, hands } = here(state);
    expect(words(root)).toContain(sentence);
    click(button(act));
    expect(hands.onCount).toHaveBeenCalledOnce();
  });

  it('can be left alone', () => {
    const { hands } = here({ state: 'recognised', label: 'Atomic CRM' });
    click(button('Not now'));
    expect(hands.onDismiss).toHaveBeenCalledOnce();
    expect(hands.onCount).not.toHaveBeenCalled();
  });
});

it('a lost site comes back with one click, or goes', () => {
  const hands = { onAllow: vi.fn(), onOff: vi.fn() };
  const root = show(<LostSites sites={[{ origin: 'https://crm.example.com' }]} {...hands} />);
  expect(words(root)).toContain('The browser does not let Foothold see crm.example.com');
  click(button('Allow: crm.example.com'));
  expect(hands.onAllow).toHaveBeenCalledExactlyOnceWith('https://crm.example.com');
  click(button('Turn off: crm.example.com'));
  expect(hands.onOff).toHaveBeenCalledExactlyOnceWith('https://crm.example.com');
  show(<LostSites sites={[{ origin: 'https://crm.example.com', company: true }]} {...hands} />);
  expect(words(root)).not.toContain('Turn off');
});
