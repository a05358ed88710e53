import { i18n } from '#i18n';
import { policyProblemText, type PolicyProblemCode } from './policyProblemText';

export interface PolicyNotesProps {
  readonly problems: readonly { readonly field: string; readonly why: PolicyProblemCode }[];
}

/** What of the company's policy was ignored. */
export function PolicyNotes({ problems }: PolicyNotesProps) {
  if (problems.length === 0) return null;
  return (
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
  );
}
