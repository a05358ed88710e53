// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { DataSection } from '../../../components/DataSection';
import type { EditedSite } from '../../../components/SiteCard';
import { SitesEditor, type SitesEditorProps } from '../../../components/SitesEditor';
import { button, click, field, note, show, submit, type, words } from './screen';

const site: EditedSite = {
  origin: 'https://crm.example.com',
  site: { id: 'atomic', label: 'Atomic CRM' },
  on: true,
  granted: true,
  surface: 'page',
  known: false,
};
const linkedin: EditedSite = {
  ...site,
  origin: 'https://www.linkedin.com',
  site: { id: 'linkedin', label: 'LinkedIn' },
  known: true,
};

function editor(changes: Partial<SitesEditorProps> = {}) {
  const props = {
    sites: [site],
    kinds: [site.site, { id: 'other', label: '' }],
    onAdd: vi.fn(),
    onToggle: vi.fn(),
    onKind: vi.fn(),
    onSurface: vi.fn(),
    onRemove: vi.fn(),
    ...changes,
  };
  return { root: show(<SitesEditor {...props} />), props };
}

describe('SitesEditor', () => {
  it('says what the browser will ask, then hands the address on as typed', () => {
    const { root, props } = editor();
    expect(note(field('Address of your CRM'))).toContain('exactly this address');
    type(field('Address of your CRM'), ' https://crm.example.org/contacts ');
    submit(root.querySelector('form'));
    expect(props.onAdd).toHaveBeenCalledExactlyOnceWith('https://crm.example.org/contacts');
  });

  it('refuses an empty address', () => {
    const { root, props } = editor();
    submit(root.querySelector('form'));
    expect(note(field('Address of your CRM'))).toContain('not an address');
    expect(props.onAdd).not.toHaveBeenCalled();
  });

  it.each([
    ['address', 'not an address'],
    ['duplicate', 'already'],
    ['denied', 'told no'],
  ] as const)('says why an address was not added: %s', (problem, sentence) => {
    editor({ problem });
    expect(note(field('Address of your CRM'))).toContain(sentence);
  });

  it('switches a site off, and removes it', () => {
    const { root, props } = editor();
    const box = root.querySelector<HTMLInputElement>('.site input');
    if (box) click(box);
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith(site, false);
    click(button(`Remove: ${site.origin}`));
    expect(props.onRemove).toHaveBeenCalledExactlyOnceWith(site);
  });

  it('says which site stopped counting and gets it back with one click', () => {
    const lost = { ...site, granted: false };
    const { root, props } = editor({ sites: [lost] });
    expect(words(root)).toContain('does not let Foothold see crm.example.com');
    click(button('Allow'));
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith(lost, true);
  });

  it('lets an address of the rep’s own be another CRM, or none', () => {
    const { props } = editor();
    const kind = field('What it is');
    expect(words(kind)).toContain('one-click logging only');
    type(kind, 'other');
    expect(props.onKind).toHaveBeenCalledExactlyOnceWith(site, 'other');
  });

  it('does not ask what a site is whose host says it, and lets it be removed', () => {
    const pipedrive = { ...site, site: { id: 'pipedrive', label: 'Pipedrive' } };
    const { root, props } = editor({ sites: [pipedrive] });
    expect(root.querySelector('select')).toBeNull();
    click(button('Remove: https://crm.example.com'));
    expect(props.onRemove).toHaveBeenCalledOnce();
  });

  it('shows a site with an address of its own, which is neither renamed nor removed', () => {
    const { root } = editor({ sites: [linkedin] });
    expect(words(root)).toContain('LinkedIn www.linkedin.com');
    expect(root.querySelectorAll('.site :is(select, .link)')).toHaveLength(0);
  });

  it('shows a site on the page or beside it, and what LinkedIn says about that', () => {
    const { root, props } = editor({ sites: [linkedin] });
    const choice = root.querySelector('fieldset');
    expect(words(choice?.querySelector('legend') ?? null)).toBe('Where Foothold shows on LinkedIn');
    expect(note(choice as HTMLElement)).toContain('user agreement forbids inserting elements');
    expect(field('On the page').checked).toBe(true);
    click(field("Beside it, in the browser's side panel"));
    expect(props.onSurface).toHaveBeenCalledExactlyOnceWith(linkedin, 'panel');
    editor();
    expect(root.querySelector('fieldset')?.getAttribute('aria-describedby')).toBeFalsy();
  });

  it('offers neither kind nor surface where nothing is counted', () => {
    const { root } = editor({ sites: [{ ...site, on: false }] });
    expect(root.querySelectorAll('.site :is(select, fieldset)')).toHaveLength(0);
    expect(words(root)).not.toContain('does not let');
  });
});

describe('DataSection', () => {
  it('counts and exports', () => {
    const onExport = vi.fn();
    const root = show(<DataSection count={1} onExport={onExport} />);
    expect(words(root)).toContain('1 action in your journal.');
    click(button('Export as JSON'));
    expect(onExport).toHaveBeenCalledOnce();
    show(<DataSection count={0} onExport={onExport} />);
    expect(button('Export as JSON').disabled).toBe(true);
  });
});
