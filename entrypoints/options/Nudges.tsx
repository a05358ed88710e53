import { CueRules } from '../../components/CueRules';
import { NudgeChoices } from '../../components/NudgeChoices';
import { now } from '../../lib/clock';
import { nudgeEffect } from '../../lib/domain/nudge/effect';
import { newOccurrence } from '../../lib/domain/occurrence';
import type { Journal } from '../../lib/journal/database';
import { nudgesSince } from '../../lib/journal/nudges';
import { talliesSince } from '../../lib/journal/tallies';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { useNow } from '../../lib/pages/useNow';
import { useNudgePreview } from '../../lib/pages/useNudgePreview';
import { cueSettings } from '../../lib/settings/cues';
import { nudgeSettings, type NudgeSettings } from '../../lib/settings/nudges';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { siteSettings } from '../../lib/settings/sites';
import { today } from '../../lib/settings/today';
import { useOwnKinds } from './useOwnKinds';

/** When Foothold speaks up by itself, and when the rep has told it to. */
export function Nudges({ journal }: { readonly journal: Journal }) {
  const settings = useItem(nudgeSettings);
  const schedule = useItem(scheduleSetting);
  const cues = useItem(cueSettings);
  const sites = useItem(siteSettings);
  const named = useOwnKinds();
  const time = useNow();
  const day = schedule && today(schedule, time);
  const preview = useNudgePreview(journal, schedule, day, settings?.drives);
  const effect = useLive(async () => {
    const records = await nudgesSince(journal, settings?.since ?? 0);
    const [first] = records;
    return nudgeEffect(records, first ? await talliesSince(journal, first.day) : []);
  }, [settings?.since]);
  if (!settings || !cues || !sites || !named) return null;

  function turn(on: boolean) {
    const { stopped, ...rest } = settings as NudgeSettings;
    // After it was switched off for want of an effect, the rep's new try begins afresh.
    void nudgeSettings.set({ ...rest, on, ...(stopped && { since: now() }) });
  }
  return (
    <>
      <NudgeChoices
        on={settings.on}
        stopped={settings.stopped ?? false}
        drives={settings.drives}
        effect={effect ?? null}
        preview={preview}
        onTurn={turn}
        onDrives={(drives) => void nudgeSettings.set({ ...settings, drives })}
      />
      <CueRules
        cues={cues}
        sites={sites.filter(({ on }) => on).map(({ origin }) => origin)}
        onAdd={(cue) => void cueSettings.set([...cues, { id: newOccurrence(), ...cue }])}
        onRemove={(id) => void cueSettings.set(cues.filter((cue) => cue.id !== id))}
      />
    </>
  );
}
