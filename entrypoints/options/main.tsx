import { render } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import { Choice } from '../../components/Choice';
import { DataSection } from '../../components/DataSection';
import { GoalAudit } from '../../components/GoalAudit';
import { HealthSection } from '../../components/HealthSection';
import { OddsRecord } from '../../components/OddsRecord';
import { OptionsPage } from '../../components/OptionsPage';
import { PolicyNotes } from '../../components/PolicyNotes';
import { ScheduleEditor } from '../../components/ScheduleEditor';
import { ShortcutList } from '../../components/ShortcutList';
import { taughtName } from '../../components/taughtName';
import { WhatsNew } from '../../components/WhatsNew';
import { clockReady, now } from '../../lib/clock';
import { addDays } from '../../lib/domain/day';
import { goalAudit } from '../../lib/domain/goalAudit';
import { healthReport } from '../../lib/domain/healthReport';
import { halfYear, lookBack } from '../../lib/domain/lookBack';
import { resolveSaid } from '../../lib/domain/odds/said';
import { Journal } from '../../lib/journal/database';
import { exportJournal } from '../../lib/journal/export';
import { allGoals } from '../../lib/journal/goals';
import { recordOf } from '../../lib/journal/health';
import { talliesSince } from '../../lib/journal/tallies';
import { offerFile } from '../../lib/pages/offerFile';
import { saveSchedule } from '../../lib/pages/saveSchedule';
import { useGranted } from '../../lib/pages/useGranted';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { useNews } from '../../lib/pages/useNews';
import { useNow } from '../../lib/pages/useNow';
import { useShortcuts } from '../../lib/pages/useShortcuts';
import { oddsSaid } from '../../lib/settings/oddsSaid';
import { companyPolicy } from '../../lib/settings/policy';
import { notify } from '../../lib/settings/notify';
import { ownKinds } from '../../lib/settings/ownKinds';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { siteSettings } from '../../lib/settings/sites';
import { today } from '../../lib/settings/today';
import { taughtOn, taughtRules } from '../../lib/settings/taught';
import { siteById } from '../../lib/sites/registry';
import { Exchange } from './Exchange';
import { Goals } from './Goals';
import { Nudges } from './Nudges';
import { Taught } from './Taught';
import { OwnKinds } from './OwnKinds';
import { Questions } from './Questions';
import { Sites } from './Sites';

const journal = new Journal();

function Notes() {
  const policy = useItem(companyPolicy);
  const { news, dismissNews } = useNews();
  return (
    <>
      <WhatsNew news={news} onDismiss={dismissNews} />
      {policy && <PolicyNotes problems={policy.problems} />}
    </>
  );
}

function Hours() {
  const schedule = useItem(scheduleSetting);
  const time = useNow();
  if (!schedule) return null;
  return (
    <ScheduleEditor
      schedule={schedule}
      today={today(schedule, time)}
      onSave={(edited) => saveSchedule(journal, edited)}
    />
  );
}

function Health() {
  const settings = (useItem(siteSettings) ?? []).filter(({ on }) => on);
  const granted = useGranted(settings.map(({ origin }) => origin));
  const schedule = useItem(scheduleSetting);
  const taught = useItem(taughtRules) ?? [];
  const day = schedule && today(schedule, now());
  const records = useLive(async () => {
    const ids = [...new Set(settings.map(({ site }) => site))];
    if (day === undefined) return [];
    return Promise.all(
      ids.map(async (id) => {
        const origins = settings.filter(({ site }) => site === id).map(({ origin }) => origin);
        const rules = taughtOn(origins, taught).map((rule) => rule.id);
        return { id, origins, ...(await recordOf(journal, id, origins, day, rules)) };
      }),
    );
  }, [JSON.stringify(settings), JSON.stringify(taught), day]);
  if (!records) return null;

  async function copy(id: string) {
    const record = records?.find((one) => one.id === id);
    if (!record) return false;
    const report = healthReport({
      foothold: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      site: id,
      ...record,
    });
    await navigator.clipboard.writeText(report);
    return true;
  }
  return (
    <HealthSection
      sites={records.map((record) => ({
        ...record,
        label: siteById(record.id)?.label ?? record.id,
        names: new Map(taught.map((rule) => [rule.id, taughtName(rule)])),
        blind: record.origins.filter((origin) => !granted.has(origin)),
      }))}
      onReport={copy}
    />
  );
}

function Shortcuts() {
  const keys = useShortcuts();
  const change = () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  // Firefox lets no extension open its page for them.
  return <ShortcutList keys={keys} onChange={import.meta.env.FIREFOX ? undefined : change} />;
}

const notifications = { permissions: ['notifications' as const] };

function Notifications() {
  const wanted = useItem(notify) ?? false;
  const forbidden = useItem(companyPolicy)?.notifications === false;
  const [denied, setDenied] = useState(false);

  /** The prompt needs the click it came from, so asking comes before anything is awaited. */
  async function turn(on: boolean) {
    setDenied(false);
    const may = on && (await browser.permissions.request(notifications));
    setDenied(on && !may);
    await notify.set(may);
    if (!on) await browser.permissions.remove(notifications).catch(() => false);
  }
  return (
    <Choice
      label={i18n.t('notify.on')}
      hint={i18n.t(forbidden ? 'policy.noNotify' : 'notify.hint')}
      problem={denied ? i18n.t('notify.denied') : ''}
      on={wanted && !forbidden && 'notifications' in browser}
      disabled={forbidden}
      onChange={(on) => void turn(on)}
    />
  );
}

function Record() {
  const schedule = useItem(scheduleSetting);
  const said = useItem(oddsSaid);
  const day = schedule && today(schedule, now());
  const read = useLive(async () => {
    if (!said || !schedule || day === undefined) return undefined;
    const goals = await allGoals(journal);
    const first = said.reduce(
      (earliest, one) => (one.first < earliest ? one.first : earliest),
      lookBack(goals, schedule, addDays(day, -halfYear)),
    );
    return { goals, tallies: await talliesSince(journal, first) };
  }, [said, schedule, day]);
  if (!schedule || !said || !read || day === undefined) return null;
  return (
    <>
      <OddsRecord resolved={resolveSaid(said, read.tallies, read.goals, schedule, day)} />
      <GoalAudit {...goalAudit({ ...read, schedule }, day)} />
    </>
  );
}

function Data() {
  const count = useLive(() => journal.actions.count());
  const [exporting, setExporting] = useState(false);
  async function save() {
    setExporting(true);
    const text = JSON.stringify(await exportJournal(journal, now(), await ownKinds.get()), null, 1);
    offerFile('foothold-journal.json', 'application/json', text);
    setExporting(false);
  }
  return <DataSection count={count ?? null} exporting={exporting} onExport={() => void save()} />;
}

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = i18n.t('options.title');
await clockReady;
render(
  <OptionsPage
    notes={<Notes />}
    goals={
      <>
        <Goals journal={journal} />
        <OwnKinds />
        <Exchange journal={journal} />
      </>
    }
    schedule={<Hours />}
    sites={
      <>
        <Sites />
        <Taught />
        <Questions />
      </>
    }
    health={<Health />}
    nudges={<Nudges journal={journal} />}
    habits={
      <>
        <Shortcuts />
        <Notifications />
      </>
    }
    record={<Record />}
    data={<Data />}
  />,
  document.body,
);
