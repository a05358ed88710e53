import { recognise } from '../pages/recognise';
import { settle, siteAt, siteSettings } from '../settings/sites';

/** A single-page application shows what it is only when it has drawn itself; a page to sign in at never does. */
const patience = 25_000;

/** A page has opened at an address that nobody had seen: its marks say what lives there. Without one it stays a guess. */
export async function lookAtGuessed(tabId: number, origin: string): Promise<void> {
  if (!(await isGuessed(origin))) return;
  const site = await recognise(tabId, patience);
  if (site !== undefined && (await isGuessed(origin))) await settle(origin, site);
}

const isGuessed = async (origin: string) => siteAt(await siteSettings.get(), origin)?.guessed;
