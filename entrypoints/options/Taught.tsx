import { useState } from 'preact/hooks';
import { TaughtEditor } from '../../components/TaughtEditor';
import {
  taughtFile,
  withFile,
  type TaughtFile,
  type TaughtProblem,
} from '../../lib/domain/taughtFile';
import type { TaughtRule } from '../../lib/domain/taughtRule';
import { offerFile } from '../../lib/pages/offerFile';
import { readTaught } from '../../lib/pages/readTaught';
import { useItem } from '../../lib/pages/useItem';
import { inTurn } from '../../lib/settings/inTurn';
import { siteSettings } from '../../lib/settings/sites';
import { taughtRules } from '../../lib/settings/taught';

/** No file of taught buttons is as large, in bytes. */
const largestFile = 1_000_000;

/** The buttons that the rep has taught, and their way to a colleague and back. */
export function Taught() {
  const rules = useItem(taughtRules) ?? [];
  const settings = useItem(siteSettings) ?? [];
  const [opened, setOpened] = useState<number | TaughtProblem | null>(null);

  async function open(file: File) {
    const read =
      file.size > largestFile ? ({ why: 'notRules' } as const) : readTaught(await file.text());
    setOpened('why' in read ? read : await inTurn(taughtRules, () => add(read)));
  }

  return (
    <TaughtEditor
      rules={rules}
      origins={settings.filter(({ on }) => on).map(({ origin }) => origin)}
      opened={opened}
      onChange={(id, changes) =>
        void change((stored) =>
          stored.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)),
        )
      }
      onRemove={(id) => void change((stored) => stored.filter((rule) => rule.id !== id))}
      onSave={() => {
        const text = JSON.stringify(taughtFile(rules), null, 2);
        offerFile('foothold-buttons.json', 'application/json', text);
      }}
      onOpen={(file) => void open(file)}
    />
  );
}

/** Adds the buttons of a file; answers how many are new, or why none may be added. */
async function add(read: TaughtFile): Promise<number | TaughtProblem> {
  const before = await taughtRules.get();
  const all = withFile(before, read);
  if ('why' in all) return all;
  await taughtRules.set(all);
  return all.length - before.length;
}

/** A lesson in some tab may have added one since. */
function change(changed: (stored: readonly TaughtRule[]) => readonly TaughtRule[]) {
  return inTurn(taughtRules, async () => taughtRules.set(changed(await taughtRules.get())));
}
