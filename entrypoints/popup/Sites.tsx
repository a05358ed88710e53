import { useEffect, useState } from 'preact/hooks';
import { LostSites } from '../../components/LostSites';
import { NoLessonNote } from '../../components/NoLessonNote';
import { SiteHere, type PageHere } from '../../components/SiteHere';
import { TeachHere } from '../../components/TeachHere';
import type { NoLesson } from '../../lib/domain/lesson';
import { takeRefusedLesson } from '../../lib/messages/refusedLesson';
import { askFor } from '../../lib/pages/hosts';
import { recognise } from '../../lib/pages/recognise';
import { siteLivingAt } from '../../lib/pages/siteChoice';
import { teachPageInFront } from '../../lib/pages/teach';
import { useActiveTab, type ActiveTab } from '../../lib/pages/useActiveTab';
import { useGranted } from '../../lib/pages/useGranted';
import { useItem } from '../../lib/pages/useItem';
import {
  keptOut,
  siteAt,
  siteSettings,
  switchOff,
  withSite,
  type SiteSetting,
} from '../../lib/settings/sites';
import { taughtOn, taughtRules } from '../../lib/settings/taught';
import { other } from '../../lib/sites/other';
import { siteById } from '../../lib/sites/registry';

/** What the popup has to say about sites: those that stopped counting, and the page it was opened over. */
export function Sites() {
  const settings = useItem(siteSettings);
  const tab = useActiveTab();
  const taught = useItem(taughtRules) ?? [];
  const on = (settings ?? []).filter((setting) => setting.on);
  /** Why the lesson that was asked for, here or from the menu, did not begin. */
  const [problem, setProblem] = useState<NoLesson | null>(null);
  useEffect(() => {
    void takeRefusedLesson().then(setProblem);
  }, []);
  const granted = useGranted(on.map(({ origin }) => origin));
  if (!settings) return null;
  const lost = on.filter(({ origin }) => !granted.has(origin));
  const covered = tab && siteAt(on, tab.origin);
  return (
    <>
      {lost.length > 0 && (
        <LostSites
          sites={lost}
          onAllow={(origin) => void askFor([origin])}
          onOff={(origin) => void switchOff(origin)}
        />
      )}
      {tab && (!covered || mayBeMore(covered)) && (
        <Here key={tab.origin} tab={tab} settings={settings} />
      )}
      {covered && granted.has(covered.origin) && !keptOut(covered) && (
        <TeachHere
          needed={
            siteById(covered.site)?.logsOnly === true &&
            taughtOn([covered.origin], taught).length === 0
          }
          onTeach={() =>
            void teachPageInFront().then((why) => {
              if (why) setProblem(why);
              else close();
            })
          }
        />
      )}
      {problem && <NoLessonNote why={problem} />}
    </>
  );
}

interface HereProps {
  readonly tab: ActiveTab;
  readonly settings: readonly SiteSetting[];
}

/** A page that logs with one click, because nothing was known of it when it was added: it may turn out to be a CRM of ours. */
function mayBeMore({ on, site, company }: SiteSetting): boolean {
  return on && site === other.id && !company;
}

function Here({ tab, settings }: HereProps) {
  const { id, origin } = tab;
  const before = siteAt(settings, origin);
  const unsure = before !== undefined && mayBeMore(before);
  const living = siteLivingAt(origin)?.id;
  const known = unsure ? undefined : (before?.site ?? living);
  /** What looking has found; null before it. */
  const [found, setFound] = useState<{ readonly site: string | undefined } | 'looking' | null>(
    null,
  );

  useEffect(() => {
    // The rep has let us in there: what it is can be looked at without a question first.
    if (unsure)
      void Promise.resolve(living ?? recognise(id)).then(
        (site) => site !== undefined && setFound({ site }),
      );
  }, [unsure, id, living]);

  async function look() {
    setFound('looking');
    setFound({ site: await recognise(id) });
  }
  /** The prompt closes the popup, so that nothing here comes after it: the rest is the worker's. */
  function count() {
    const site = known ?? (found === 'looking' ? undefined : found?.site) ?? other.id;
    void siteSettings.set(
      withSite(settings, { ...before, guessed: undefined, origin, site, on: true }),
    );
    void askFor([origin]);
  }
  if (unsure && found === null) return null;
  return (
    <SiteHere
      host={new URL(origin).host}
      here={hereOf(known, found)}
      onLook={() => void look()}
      onCount={count}
      onDismiss={() => {
        setFound(null);
      }}
    />
  );
}

function hereOf(
  known: string | undefined,
  found: { readonly site: string | undefined } | 'looking' | null,
): PageHere {
  if (known !== undefined) return { state: 'off', label: siteById(known)?.label ?? '' };
  if (found === null) return { state: 'new' };
  if (found === 'looking') return { state: 'looking' };
  if (found.site === undefined) return { state: 'unknown' };
  return { state: 'recognised', label: siteById(found.site)?.label ?? found.site };
}
