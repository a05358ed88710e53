/** @typedef {Awaited<ReturnType<import('../lab/foothold.mjs').launchFoothold>>} Foothold */

/**
 * Puts years of actions into the journal, like one that was counted there before, with the tallies that belong to them: as
 * many on each workday of the last ten years, of five kinds. They are of 20,000 records, and every third may count only
 * once.
 *
 * @param {Foothold} foothold
 * @param {number} count
 * @param {number} until UTC ms; the first of them lie ten years before
 */
export async function fill(foothold, count, until) {
  const [like] = await foothold.journal();
  await foothold.ask(
    async ([like, count, until]) => {
      const dayMs = 24 * 60 * 60 * 1000;
      const kinds = ['note', 'call', 'email', 'follow-up', 'meeting'];
      const days = [];
      for (let at = until - 10 * 365 * dayMs; at < until; at += dayMs)
        if (new Date(at).getUTCDay() % 6 > 0) days.push(at);
      const perDay = Math.ceil(count / days.length);
      const opened = (asking) =>
        new Promise((resolve, reject) => {
          asking.onsuccess = () => resolve(asking.result);
          asking.onerror = () => reject(asking.error);
        });
      const journal = await opened(indexedDB.open('foothold'));
      const pseudonym = (number) =>
        like.subject.slice(0, -8) + number.toString(16).padStart(8, '0');
      const [name] = like.id.split('/');
      const another = () => name.replace(/\w/g, () => Math.floor(Math.random() * 36).toString(36));
      let left = count;
      while (days.length > 0 && left > 0) {
        const change = journal.transaction(['actions', 'tallies'], 'readwrite');
        for (const at of days.splice(0, 20)) {
          const day = new Date(at).toISOString().slice(0, 10);
          const minutes = Object.fromEntries(kinds.map((kind) => [kind, []]));
          for (let done = 0; done < perDay && left > 0; done += 1, left -= 1) {
            const minute = 8 * 60 + Math.floor((done / perDay) * 9 * 60);
            const kind = kinds[left % kinds.length];
            minutes[kind].push(minute);
            change.objectStore('actions').put({
              ...like,
              id: `${another()}/${kind}`,
              kind,
              day,
              at: Date.parse(day) + (minute - like.offset) * 60_000 + (left % 60_000),
              subject: pseudonym(left % 20_000),
              ...(left % 3 === 0 && { once: pseudonym(left) }),
            });
          }
          for (const kind of kinds)
            change.objectStore('tallies').put({ day, kind, minutes: minutes[kind] });
        }
        await new Promise((resolve, reject) => {
          change.oncomplete = resolve;
          change.onabort = () => reject(change.error);
        });
      }
      journal.close();
    },
    [like, count, until],
  );
}

/** What the journal takes on the disk, bytes. @param {Foothold} foothold */
export function sizeOf(foothold) {
  return foothold.ask(async () => (await navigator.storage.estimate()).usageDetails.indexedDB ?? 0);
}
