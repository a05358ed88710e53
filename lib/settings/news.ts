import { localItem } from './item';

/** The release whose news the rep has not put away yet (`0.2`); null when there is none. */
export const unreadNews = localItem('news', (stored) =>
  typeof stored === 'string' ? stored : null,
);

/** After an update: what is new is said once a release, and a mended one (`0.2.1`) has no news. */
export async function noteUpdate(from: string, to: string): Promise<void> {
  if (releaseOf(from) !== releaseOf(to)) await unreadNews.set(releaseOf(to));
}

/** `0.2.1` → `0.2` */
function releaseOf(version: string): string {
  return version.split('.', 2).join('.');
}
