/** Its shape is in `icons.css`. */
export type IconName =
  | 'peak'
  | 'call'
  | 'email'
  | 'connection'
  | 'message'
  | 'meeting'
  | 'note'
  | 'check'
  | 'rest'
  | 'plus'
  | 'fold'
  | 'move'
  | 'company'
  | 'up'
  | 'down'
  | 'seen'
  | 'unseen'
  | 'goals'
  | 'point'
  | 'panel'
  | 'page';

/** Decorative: the words beside it, or the button's label, carry the meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 18 18" aria-hidden="true">
      <path />
    </svg>
  );
}
