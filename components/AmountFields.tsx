import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import { isAmount, mostAmount, unitsFor, type Amount, type Unit } from '../lib/domain/amount';
import { formatCount } from './formatCount';
import { withNumbers } from './hiddenNumbers';
import { NumberField } from './NumberField';
import { SelectField } from './SelectField';
import { tagName } from './tagName';

export interface AmountFieldsProps {
  readonly kind: ActionKind;
  readonly amount: Amount | undefined;
  readonly onChange: (amount: Amount | undefined) => void;
}

/** How much one log is; it may stay empty. Nothing where one is one. */
export function AmountFields({ kind, amount, onChange }: AmountFieldsProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Unit>(amount?.unit ?? 'minutes');
  const possible = unitsFor(kind);
  const [usual] = possible;
  if (!usual) return null;
  const unit = possible.includes(chosen) ? chosen : usual;
  return (
    <div class="fields amount">
      <NumberField
        id={`${id}n`}
        label={i18n.t('amount.count')}
        value={amount ? String(amount.count) : ''}
        min={1}
        max={mostAmount}
        problem={
          amount && !isAmount(amount)
            ? i18n.t('amount.bad', [withNumbers(() => formatCount(mostAmount))])
            : ''
        }
        onInput={(value) => {
          onChange(value.trim() === '' ? undefined : { count: Number(value), unit });
        }}
      />
      <SelectField
        id={`${id}u`}
        label={i18n.t('amount.unit')}
        value={unit}
        options={possible.map((each) => [each, tagName(each)] as const)}
        onChange={(next) => {
          setChosen(next);
          if (amount) onChange({ ...amount, unit: next });
        }}
      />
    </div>
  );
}
