import { Icon, type IconName } from './Icon';

export interface ToolProps {
  readonly icon: IconName;
  /** What it does, for those who hear it and for those who hover over it. */
  readonly label: string;
  readonly 'aria-expanded'?: 'true';
  readonly onClick: () => void;
}

/** A button that is only its icon. */
export function Tool({ icon, label, ...rest }: ToolProps) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
