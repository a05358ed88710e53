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
  const questions = { dials: '/tel', ...(sends && { mails: '/mailbox' }) } as const;
  return (Object.entries(questions) as [keyof typeof questions, Unasked][]).map(([what, rules]) => (
    <UnaskedChoice
      key={what}
      what={what}
      on={counted.includes(rules)}
      onChange={(on) => {
        const others = counted.filter((one) => one !== rules);
        void unasked.set(on ? [...others, rules] : others);
      }}
    />
  ));
}
