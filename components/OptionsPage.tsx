import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import { textDirection } from './textDirection';

export interface OptionsPageProps {
  /** About all of it; above the sections. */
  readonly notes: ComponentChildren;
  readonly goals: ComponentChildren;
  readonly schedule: ComponentChildren;
  readonly sites: ComponentChildren;
  readonly health: ComponentChildren;
  readonly nudges: ComponentChildren;
  readonly habits: ComponentChildren;
  readonly record: ComponentChildren;
  readonly data: ComponentChildren;
}

const sections = [
  'goals',
  'schedule',
  'sites',
  'health',
  'nudges',
  'habits',
  'record',
  'data',
] as const;

/** The frame of the options: one heading a section. */
export function OptionsPage(props: OptionsPageProps) {
  return (
    <main class="fh page options" dir={textDirection()}>
      <h1>{i18n.t('name')}</h1>
      {props.notes}
      {sections.map((section) => (
        <section key={section} id={section} aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`}>{i18n.t(`options.${section}`)}</h2>
          {props[section]}
        </section>
      ))}
    </main>
  );
}
