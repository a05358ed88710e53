import { i18n } from '#i18n';

export interface QuietDayProps {
  /** The rep has said yes to it for today. */
  readonly quiet: boolean;
  readonly onChange: (quiet: boolean) => void;
}

/** No nudges for the rest of a day that needs none: an offer, and the way back. */
export function QuietDay({ quiet, onChange }: QuietDayProps) {
  return (
    <p class="note">
      {i18n.t(quiet ? 'quiet.on' : 'quiet.offer')}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          onChange(!quiet);
        }}
      >
        {i18n.t(quiet ? 'quiet.end' : 'quiet.begin')}
      </button>
    </p>
  );
}
