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
  const choice = (what: 'dials' | 'mails', rules: Unasked) => (
    <UnaskedChoice
      what={what}
      on={counted.includes(rules)}
      onChange={(on) => {
        const others = counted.filter((one) => one !== rules);
        void unasked.set(on ? [...others, rules] : others);
      }}
    />
  );
  return (
    <>
      {choice('dials', '/tel')}
      {sends && choice('mails', '/mailbox')}
    </>
  );
}
