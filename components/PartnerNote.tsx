import { i18n } from '#i18n';
import { useState } from 'preact/hooks';

export interface PartnerNoteProps {
  /** What would be shared, to be seen before it is. */
  readonly text: string;
  readonly onCopy: (text: string) => void;
}

/** For somebody who asks how it went: copied, or opened in the rep's own mail program. Nothing is sent from here. */
export function PartnerNote({ text, onCopy }: PartnerNoteProps) {
  const [copied, setCopied] = useState('');
  const [subject = ''] = text.split('\n');
  // Line breaks of a mail's body are CR LF (RFC 6068).
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return (
    <details class="part partner">
      <summary>{i18n.t('partner.title')}</summary>
      <p class="hint">{i18n.t('partner.hint')}</p>
      <p class="letter">{text}</p>
      <div class="acts">
        <button
          type="button"
          onClick={() => {
            onCopy(text);
            setCopied(text);
          }}
        >
          {i18n.t(copied === text ? 'popup.copied' : 'popup.copy')}
        </button>
        <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${body}`}>
          {i18n.t('partner.mail')}
        </a>
      </div>
    </details>
  );
}
