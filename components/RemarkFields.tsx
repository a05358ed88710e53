import type { ActionKind } from '../lib/domain/action';
import { remarksFor, type Remarks } from '../lib/domain/remarks';
import { AmountFields } from './AmountFields';
import { TagFields } from './TagFields';

export interface RemarkFieldsProps {
  readonly kind: ActionKind;
  /** An amount as it is typed: it may be an impossible one. */
  readonly remarks: Remarks;
  readonly onChange: (remarks: Remarks) => void;
}

/** What the rep can say about an action of a kind: how good it was, or how much. */
export function RemarkFields({ kind, remarks, onChange }: RemarkFieldsProps) {
  const { tags = [], amount } = remarks;
  return (
    <>
      <TagFields
        kind={kind}
        tags={tags}
        onChange={(chosen) => {
          onChange(remarksFor(kind, { ...remarks, tags: chosen }));
        }}
      />
      <AmountFields
        kind={kind}
        amount={amount}
        onChange={(typed) => {
          onChange(remarksFor(kind, { tags, ...(typed && { amount: typed }) }));
        }}
      />
    </>
  );
}
