import { i18n } from '#i18n';
import { policyProblemText, type PolicyProblemCode } from './policyProblemText';

export interface PolicyNotesProps {
  /** Whether the company lets Foothold notify; undefined: the rep decides. */
  readonly notifications: boolean | undefined;
  readonly problems: readonly { readonly field: string; readonly why: PolicyProblemCode }[];
}

/** What the company has set for all of Foothold, and what of its policy was ignored. */
export function PolicyNotes({ notifications, problems }: PolicyNotesProps) {
  return (
    <>
      {notifications !== undefined && (
        <p class="hint">{i18n.t(notifications ? 'policy.mayNotify' : 'policy.noNotify')}</p>
      )}
      {problems.length > 0 && (
        <div class="note" role="status">
          <p>{i18n.t('policy.ignored')}</p>
          <ul>
            {problems.map(({ field, why }) => (
              <li key={`${field} ${why}`}>
                <code>{field}</code>: {policyProblemText(why)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
