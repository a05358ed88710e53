// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { DataSection } from '../../../components/DataSection';
import { SitesEditor, type SitesEditorProps } from '../../../components/SitesEditor';
import { button, click, field, note, show, submit, type, words } from './screen';

const site = {
  origin: 'https://crm.example.com',
  siteLabel: 'Atomic CRM',
  on: true,
  granted: true,
};

function editor(changes: Partial<SitesEditorProps> = {}) {
  const props = { sites: [site], onAdd: vi.fn(), onToggle: vi.fn(), onRemove: vi.fn(), ...changes };
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
    ['not-an-address', 'not an address'],
    ['unknown-site', 'does not know'],
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
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith(site.origin, false);
    click(button(`Remove: ${site.origin}`));
    expect(props.onRemove).toHaveBeenCalledExactlyOnceWith(site.origin);
  });

  it('says which site stopped counting and gets it back with one click', () => {
    const { root, props } = editor({ sites: [{ ...site, granted: false }] });
    expect(words(root)).toContain('no longer lets Foothold see Atomic CRM');
    click(button('Allow again'));
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith(site.origin, true);
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
