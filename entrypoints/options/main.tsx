import { render } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import { DataSection } from '../../components/DataSection';
import { DialsQuestion } from '../../components/DialsQuestion';
import { GoalsEditor } from '../../components/GoalsEditor';
import type { EditedGoal } from '../../components/editedGoal';
import { OptionsPage } from '../../components/OptionsPage';
import { ScheduleEditor } from '../../components/ScheduleEditor';
import { clockReady, now } from '../../lib/clock';
import { goalsOn } from '../../lib/domain/goal';
import { goalChanges } from '../../lib/domain/goalChanges';
import { newOccurrence } from '../../lib/domain/occurrence';
import { Journal } from '../../lib/journal/database';
import { exportJournal } from '../../lib/journal/export';
import { allGoals } from '../../lib/journal/goals';
import { sendMessage } from '../../lib/messages/protocol';
import { offerFile } from '../../lib/pages/offerFile';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { countDials } from '../../lib/settings/dials';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { today } from '../../lib/settings/today';
import { Sites } from './Sites';

const journal = new Journal();

function Goals() {
  const schedule = useItem(scheduleSetting);
  const versions = useLive(() => allGoals(journal));
  if (!schedule || !versions) return null;
  const day = today(schedule, now());
  const goals = goalsOn(versions, day).map(({ id, goal }) => ({ id, goal }));
  const save = (edited: readonly EditedGoal[]) =>
    void sendMessage('saveGoals', goalChanges(versions, edited, day, newOccurrence));
  return <GoalsEditor goals={goals} onSave={save} />;
}

function Hours() {
  const schedule = useItem(scheduleSetting);
  if (!schedule) return null;
  return (
    <ScheduleEditor schedule={schedule} onSave={(edited) => void scheduleSetting.set(edited)} />
  );
}

function Dials() {
  const automatic = useItem(countDials) ?? false;
  return <DialsQuestion automatic={automatic} onChange={(on) => void countDials.set(on)} />;
}

function Data() {
  const count = useLive(() => journal.actions.count());
  const [exporting, setExporting] = useState(false);
  async function save() {
    setExporting(true);
    const text = JSON.stringify(await exportJournal(journal, now()), null, 1);
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
    goals={<Goals />}
    schedule={<Hours />}
    sites={
      <>
        <Sites />
        <Dials />
      </>
    }
    data={<Data />}
  />,
  document.body,
);
