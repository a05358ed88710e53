import { placeOf } from '../detect/page';
import { inPath } from '../detect/find';
import type { Site } from '../sites/site';

/** Whether a rule of the site takes a press on this for an action already: taught as well it would count twice. */
export function alreadyCounted(site: Site, href: string, thing: Element): boolean {
  const { kind } = placeOf(site, href);
  const path: Element[] = [];
  for (let node: Element | null = thing; node; node = node.parentElement) path.push(node);
  return site.rules.some(
    ({ on, intents }) =>
      kind !== null &&
      on.includes(kind) &&
      intents.some((intent) => {
        const pressed = ['click', 'change', 'submit'].includes(intent.event);
        const found = pressed && inPath(path, intent.target);
        return found && intent.accept?.(found) !== false;
      }),
  );
}
