import { i18n } from '#i18n';
import type { Proof } from '../lib/domain/taughtRule';

/** What has to show for a press to count: "The form closes, and the site answers /api/notes". */
export function proofText([first, second]: readonly [Proof, ...Proof[]]): string {
  return second ? i18n.t('proof.and', [textOf(first), textOf(second)]) : textOf(first);
}

function textOf(proof: Proof): string {
  return 'shape' in proof
    ? i18n.t(`proof.${proof.by}`, [proof.shape])
    : i18n.t(`proof.${proof.by}`);
}
