import { i18n } from '#i18n';

export interface ShortcutListProps {
  /** The key of each command as the browser writes it; empty where it has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** Opens the browser's own page for them; without it the words say where it is. */
  readonly onChange: (() => void) | undefined;
}

const commands = [
  ['log-call', 'shortcuts.log_call'],
  ['log-email', 'shortcuts.log_email'],
  ['undo-last', 'shortcuts.undo_last'],
  ['open-panel', 'shortcuts.open_panel'],
  ['show-rule', 'shortcuts.show_rule'],
  ['_execute_action', 'shortcuts.open'],
] as const;

/** Which key does what, and where that is changed. */
export function ShortcutList({ keys, onChange }: ShortcutListProps) {
  return (
    <div class="editor">
      <h3>{i18n.t('shortcuts.title')}</h3>
      <dl class="shortcuts">
        {commands.map(([command, name]) => (
          <div key={command}>
            <dt>{i18n.t(name)}</dt>
            <dd>
              {keys.get(command) ? (
                <kbd>{keys.get(command)}</kbd>
              ) : (
                <span class="hint">{i18n.t('shortcuts.none')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        {i18n.t('shortcuts.hint')} {!onChange && i18n.t('shortcuts.firefox')}
      </p>
      {onChange && (
        <button type="button" class="start" onClick={onChange}>
          {i18n.t('shortcuts.change')}
        </button>
      )}
    </div>
  );
}
