import { useLayoutEffect, useRef } from 'preact/hooks';
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
    toggled.current = true;
    then();
  };
  useLayoutEffect(() => {
    // The button that was pressed is gone; its counterpart takes the focus, but never at page load.
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
