import { render } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import type { EditedGoal } from '../../components/editedGoal';
import { FirstPlan } from '../../components/FirstPlan';
import { PickSites, type Picks } from '../../components/PickSites';
import { Ready } from '../../components/Ready';
import { clockReady, now } from '../../lib/clock';
import { isCompanyGoal } from '../../lib/domain/companyGoal';
import { goalsOn } from '../../lib/domain/goal';
import { goalChanges } from '../../lib/domain/goalChanges';
import { newOccurrence } from '../../lib/domain/occurrence';
import { Journal } from '../../lib/journal/database';
import { allGoals } from '../../lib/journal/goals';
import { sendMessage } from '../../lib/messages/protocol';
import { askFor } from '../../lib/pages/hosts';
import { kindOfOwn } from '../../lib/pages/recognise';
import { goTo } from '../../lib/pages/goTo';
import { knownSites, siteName, typedSites } from '../../lib/pages/siteChoice';
import { useGranted } from '../../lib/pages/useGranted';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import {
  originOf,
  siteAt,
  siteSettings,
  withSite,
  type SiteSetting,
} from '../../lib/settings/sites';
import { today } from '../../lib/settings/today';
import { siteById } from '../../lib/sites/registry';

const journal = new Journal();

interface Wanted {
  readonly origin: string;
  /** Without one it is the rep's own, and has to be recognised. */
  readonly site?: string;
  readonly surface: 'page' | 'panel';
}

/** The origins that the rep picked; null where what was typed is no address. */
function wantedOf({ known, own }: Picks): readonly Wanted[] | null {
  const wanted: Wanted[] = known.flatMap(({ id, surface }) =>
    knownSites
      .filter(({ site }) => site.id === id)
      .map(({ origin }) => ({ origin, site: id, surface })),
  );
  if (!own) return wanted;
  const origin = originOf(own.address);
  if (origin === undefined) return null;
  return wanted.some((one) => one.origin === origin)
    ? wanted
    : [...wanted, { origin, surface: own.surface }];
}

async function turnOn(wanted: readonly Wanted[]) {
  const settings = await Promise.all(
    wanted.map(async ({ origin, site, surface }): Promise<SiteSetting> => ({
      origin,
      ...(site === undefined ? await kindOfOwn(origin) : { site }),
      on: true,
      surface,
    })),
  );
  await siteSettings.set(settings.reduce(withSite, await siteSettings.get()));
}

function Pick({ onDone }: { readonly onDone: () => void }) {
  const company = (useItem(siteSettings) ?? []).filter((setting) => setting.company);
  const [badAddress, setBadAddress] = useState(false);
  const [answer, setAnswer] = useState<{ yes: string[]; no: string[] } | null>(null);

  function pick(picks: Picks) {
    const wanted = wantedOf(picks);
    setBadAddress(wanted === null);
    if (!wanted) return;
    const own = wanted.filter(({ origin }) => !siteAt(company, origin));
    const origins = [...company, ...own].map(({ origin }) => origin);
    void askFor(origins).then(async (seen) => {
      await turnOn(own.filter(({ origin }) => seen.includes(origin)));
      const hosts = (granted: boolean) =>
        origins
          .filter((origin) => seen.includes(origin) === granted)
          .map((origin) => new URL(origin).host);
      if (seen.length === origins.length) onDone();
      else setAnswer({ yes: hosts(true), no: hosts(false) });
    });
  }

  return (
    <PickSites
      company={company.map(({ origin, site }) => ({
        label: siteById(site)?.label ?? site,
        host: new URL(origin).host,
      }))}
      known={knownSites.flatMap(({ site: { id, label }, origin }) =>
        siteAt(company, origin) ? [] : [{ id, label, host: new URL(origin).host }],
      )}
      typed={typedSites.map(({ label }) => label)}
      badAddress={badAddress}
      answer={answer}
      onPick={pick}
      onSkip={onDone}
    />
  );
}

function Plan({ onDone }: { readonly onDone: () => void }) {
  const schedule = useItem(scheduleSetting);
  const versions = useLive(() => allGoals(journal));
  // The first ones are planted at the installation, a moment ago.
  if (!schedule || !versions?.length) return null;
  const day = today(schedule, now());
  const own = versions.filter((version) => !isCompanyGoal(version));
  const goals = goalsOn(own, day).map(({ id, goal }) => ({ id, goal }));
  const company = goalsOn(versions, day).filter(isCompanyGoal);
  const accept = (edited: readonly EditedGoal[]) =>
    sendMessage('saveGoals', goalChanges(own, edited, day, newOccurrence)).then(onDone);
  return <FirstPlan goals={goals} company={company} onAccept={accept} />;
}

function Done() {
  const settings = (useItem(siteSettings) ?? []).filter(({ on }) => on);
  const granted = useGranted(settings.map(({ origin }) => origin));
  const sites = settings
    .filter(({ origin }) => granted.has(origin))
    .map(({ origin, site, surface = 'page' }) => ({
      origin,
      name: siteName(site, origin),
      surface,
    }));
  return <Ready sites={sites} onGo={(origin) => void goTo(origin)} />;
}

function Welcome() {
  const [step, setStep] = useState(1);
  const next = () => {
    setStep(step + 1);
  };
  return step === 1 ? <Pick onDone={next} /> : step === 2 ? <Plan onDone={next} /> : <Done />;
}

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = i18n.t('welcome.title');
await clockReady;
render(<Welcome />, document.body);
