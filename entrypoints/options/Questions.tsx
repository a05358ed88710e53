import { UnaskedChoice } from '../../components/UnaskedChoice';
import { useItem } from '../../lib/pages/useItem';
import { siteSettings } from '../../lib/settings/sites';
import { unasked, type Unasked } from '../../lib/settings/unasked';
import { siteById } from '../../lib/sites/registry';

/** What is asked about or counts by itself; of mails only for a rep who counts where mails are sent. */
export function Questions() {
  const counted = useItem(unasked) ?? [];
  const sends = (useItem(siteSettings) ?? []).some(({ site }) =>
    siteById(site)?.rules.some(({ asks }) => asks),
  );
  const questions: readonly Unasked[] = sends ? ['/tel', '/mailbox'] : ['/tel'];
  return questions.map((what) => (
    <UnaskedChoice
      key={what}
      what={what}
      on={counted.includes(what)}
      onChange={(on) => {
        const others = counted.filter((one) => one !== what);
        void unasked.set(on ? [...others, what] : others);
      }}
    />
  ));
}
