import { useLayoutEffect, useRef } from 'preact/hooks';
import { holdsFocus } from './holdsFocus';
import { Panel } from './Panel';
import { Rail } from './Rail';
import type { SidebarProps } from './sidebar';

export interface DockProps extends SidebarProps {
  readonly collapsed: boolean;
}

/** The sidebar at its edge of the window, open or collapsed. */
export function Dock(props: DockProps) {
  const dock = useRef<HTMLDivElement>(null);
  const toggled = useRef(false);
  const toggle = (then: () => void) => () => {
    toggled.current = holdsFocus(dock.current);
    then();
  };
  useLayoutEffect(() => {
    // The button that had the focus is gone; its counterpart takes it.
    if (toggled.current) dock.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    toggled.current = false;
  }, [props.collapsed]);
  return (
    <div class={`fh dock ${props.side}`} ref={dock}>
      {props.collapsed ? (
        <Rail {...props} onExpand={toggle(props.onExpand)} />
      ) : (
        <Panel {...props} onCollapse={toggle(props.onCollapse)} />
      )}
    </div>
  );
}
