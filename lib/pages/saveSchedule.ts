import { now } from '../clock';
import { changedFrom } from '../domain/scheduleChange';
import type { Schedule } from '../domain/schedule';
import type { Journal } from '../journal/database';
import { firstDayIn } from '../journal/firstDay';
import { schedule } from '../settings/schedule';
import { today } from '../settings/today';

/** Saves a schedule for today and later; the days before keep the hours and checkpoints that they had. */
export async function saveSchedule(journal: Journal, wanted: Schedule): Promise<void> {
  const day = today(wanted, now());
  const since = (await firstDayIn(journal)) ?? day;
  await schedule.set(changedFrom(await schedule.get(), wanted, day, since));
}
