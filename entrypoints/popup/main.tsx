import { render } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/sidebar.css';
import '../../components/page.css';
import { Summary } from '../../components/Summary';
import { summaryText } from '../../components/summaryText';
import { clockReady, now } from '../../lib/clock';
import type { ActionKind } from '../../lib/domain/action';
import { instantOf, offsetAt, weekOf } from '../../lib/domain/day';
import { newOccurrence } from '../../lib/domain/occurrence';
import { summary } from '../../lib/domain/summary';
import { Journal } from '../../lib/journal/database';
import { allGoals } from '../../lib/journal/goals';
import { sourcesOf, talliesOfWeek } from '../../lib/journal/week';
import { sendMessage } from '../../lib/messages/protocol';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { useNow } from '../../lib/pages/useNow';
import { pausedOn } from '../../lib/settings/pause';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { storedStanding } from '../../lib/settings/standing';
import { timeZoneHere, today } from '../../lib/settings/today';
import { siteById } from '../../lib/sites/registry';
import { Sites } from './Sites';

const journal = new Journal();
const timeZone = timeZoneHere();

function Popup() {
  const time = useNow();
  const standing = useItem(storedStanding) ?? null;
  const schedule = useItem(scheduleSetting);
  const paused = useItem(pausedOn);
  const [copied, setCopied] = useState(false);
  const day = schedule && today(schedule, time);
  const read = useLive(async () => {
    if (!schedule || day === undefined) return undefined;
    const [tallies, goals] = await Promise.all([
      talliesOfWeek(journal, weekOf(day, schedule.weekStartsOn)),
      allGoals(journal),
    ]);
    return { tallies, goals };
  }, [schedule, day]);
  const numbers = schedule && read ? summary({ ...read, schedule, now: now(), timeZone }) : null;

  async function copy() {
    if (!standing || !numbers) return;
    const sources = await sourcesOf(journal, numbers.day);
    await navigator.clipboard.writeText(summaryText(standing, numbers, now(), sources));
    setCopied(true);
  }

  async function logEarlier(kind: ActionKind, count: number, minute: number) {
    if (!numbers) return;
    const at = Math.min(instantOf(numbers.day, minute, timeZone), now());
    for (let index = 0; index < count; index += 1) {
      await sendMessage('record', {
        occurrence: newOccurrence(),
        kinds: [kind],
        at,
        offset: offsetAt(at, timeZone),
        site: 'foothold',
        via: 'manual',
        evidence: 'said',
      });
    }
  }

  return (
    <Summary
      standing={standing}
      summary={numbers}
      now={now()}
      paused={paused !== undefined && paused === day}
      copied={copied}
      siteLabel={(id) => siteById(id)?.label ?? id}
      sites={<Sites />}
      onCopy={() => void copy()}
      onPause={() => day !== undefined && void pausedOn.set(day)}
      onResume={() => void pausedOn.set(null)}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onUndo={(id) => void sendMessage('undo', id)}
      onLogEarlier={(kind, count, minute) => void logEarlier(kind, count, minute)}
    />
  );
}

document.documentElement.lang = browser.i18n.getUILanguage();
await clockReady;
void sendMessage('refresh');
render(<Popup />, document.body);
