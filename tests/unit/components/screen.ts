import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

const root = document.createElement('div');
document.body.append(root);

afterEach(() => {
  render(null, root);
});

/** Renders into the document, or renders anew what is there. */
export function show(vnode: ComponentChild): HTMLElement {
  void act(() => {
    render(vnode, root);
  });
  return root;
}

/** What can be read, without line breaks and repeated spaces. */
export function words(element: Element | null = root): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button with exactly that visible text, or that label. */
export function button(name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? words(each)) === name || words(each) === name,
  );
  if (!found) throw new Error(`No button “${name}” in: ${words()}`);
  return found;
}

export function click(element: HTMLElement): void {
  void act(() => {
    element.click();
  });
}

/** The input, select or textarea a label belongs to. */
export function field(label: string, within: ParentNode = root): HTMLInputElement {
  const found = [...within.querySelectorAll('label')].find((each) => words(each) === label);
  if (!found) throw new Error(`No field “${label}” in: ${words()}`);
  const input = found.querySelector('input') ?? root.querySelector(`[id="${found.htmlFor}"]`);
  return input as HTMLInputElement;
}

export function type(input: HTMLInputElement, value: string): void {
  void act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Ticks a box, or picks one of several. */
export function check(input: HTMLInputElement): void {
  void act(() => {
    input.click();
  });
}

export function submit(form: Element | null): void {
  void act(() => {
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

/** Lets what was promised arrive, and draws it. */
export async function arrived(): Promise<void> {
  await act(async () => {
    await Promise.resolve();
  });
}

/** The sentence that describes a field. */
export function note(input: HTMLElement): string {
  const id = input.getAttribute('aria-describedby');
  return id === null ? '' : words(root.querySelector(`[id="${id}"]`));
}
