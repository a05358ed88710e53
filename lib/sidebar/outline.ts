/** Draws around one thing of the page at a time, over it and without touching it. */
export function outlineIn(container: HTMLElement): (thing: Element | undefined) => void {
  const outline = document.createElement('div');
  outline.className = 'outline';
  outline.hidden = true;
  container.prepend(outline);
  return (thing) => {
    outline.hidden = thing === undefined;
    if (!thing) return;
    const { left, top, width, height } = thing.getBoundingClientRect();
    const frame = 3;
    Object.assign(outline.style, {
      left: `${String(left - frame)}px`,
      top: `${String(top - frame)}px`,
      width: `${String(width + 2 * frame)}px`,
      height: `${String(height + 2 * frame)}px`,
    });
  };
}
