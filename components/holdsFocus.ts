/** Whether the focus is in there. A press by mouse leaves it in the page, where the rep types, and there it stays. */
export function holdsFocus(element: Element | null): boolean {
  const root = element?.getRootNode() as Document | ShadowRoot | undefined;
  return root?.activeElement ? (element?.contains(root.activeElement) ?? false) : false;
}
