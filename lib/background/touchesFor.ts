import { now } from '../clock';
import type { Touches } from '../domain/touches';
import type { Journal } from '../journal/database';
import { keptAs } from '../journal/names';
import { subjectPseudonym } from '../journal/pseudonym';
import { touchesOf } from '../journal/touches';
import { recordName } from '../messages/schema';
import type { Sender } from '../messages/sender';
import { schedule } from '../settings/schedule';
import { siteAt, siteSettings } from '../settings/sites';
import { today } from '../settings/today';
import { nameAt } from './named';

/** Answers a page about a record of its own site. Null for nobody's record, and for a page that speaks for no site. */
export async function touchesFor(
  journal: Journal,
  message: unknown,
  sender: Sender,
): Promise<Touches | null> {
  const name = recordName.safeParse(message);
  if (!name.success || sender.from !== 'page') return null;
  const setting = siteAt(await siteSettings.get(), sender.origin);
  if (!setting?.on) return null;
  const subject = await subjectPseudonym(journal, setting.site, nameAt(sender.origin, name.data));
  return touchesOf(journal, await keptAs(journal, subject), today(await schedule.get(), now()));
}
