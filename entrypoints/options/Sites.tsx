import { useState } from 'preact/hooks';
import type { EditedSite } from '../../components/SiteCard';
import { SitesEditor, type SiteProblem } from '../../components/SitesEditor';
import { askFor } from '../../lib/pages/hosts';
import { kindOfOwn } from '../../lib/pages/recognise';
import { knownSites, ownKinds } from '../../lib/pages/siteChoice';
import { useGranted } from '../../lib/pages/useGranted';
import { useItem } from '../../lib/pages/useItem';
import {
  originOf,
  settle,
  siteAt,
  siteSettings,
  withSite,
  type SiteSetting,
} from '../../lib/settings/sites';
import { siteById } from '../../lib/sites/registry';

/** The sites with an address of their own, on or off, and those that the rep has added. */
export function Sites() {
  const settings = useItem(siteSettings) ?? [];
  const granted = useGranted(settings.map(({ origin }) => origin));
  const [problem, setProblem] = useState<SiteProblem | null>(null);

  const known = knownSites.map(
    ({ site, origin }) => siteAt(settings, origin) ?? { origin, site: site.id, on: false },
  );
  const own = settings.filter(({ origin }) => !siteAt(known, origin));
  const edited = ({ origin, site, on, surface = 'page', ...more }: SiteSetting): EditedSite => ({
    origin,
    site: { id: site, label: siteById(site)?.label ?? site },
    on,
    granted: granted.has(origin),
    surface,
    company: more.company ?? false,
    guessed: more.guessed ?? false,
    known: siteAt(known, origin) !== undefined,
  });

  function change({ origin, site }: EditedSite, changes: Partial<SiteSetting>) {
    const before = siteAt(settings, origin) ?? { origin, site: site.id, on: false };
    return siteSettings.set(withSite(settings, { ...before, ...changes }));
  }
  function ask(origin: string, then: () => Promise<void>) {
    setProblem(null);
    void askFor([origin]).then(async ([yes]) => {
      if (yes) await then();
      else setProblem('denied');
    });
  }
  function add(address: string) {
    const origin = originOf(address);
    if (origin === undefined) setProblem('address');
    else if (siteAt(settings, origin)) setProblem('duplicate');
    else
      ask(origin, async () => {
        const kind = await kindOfOwn(origin);
        await siteSettings.set(withSite(settings, { origin, ...kind, on: true }));
      });
  }

  return (
    <SitesEditor
      sites={[...known, ...own].map(edited)}
      kinds={ownKinds}
      problem={problem}
      onAdd={add}
      onToggle={(site, on) => {
        if (on) ask(site.origin, () => change(site, { on }));
        else void change(site, { on });
      }}
      onKind={({ origin }, id) => void settle(origin, id)}
      onSurface={(site, surface) => void change(site, { surface })}
      onRemove={({ origin }) =>
        void siteSettings.set(settings.filter((setting) => setting.origin !== origin))
      }
    />
  );
}
