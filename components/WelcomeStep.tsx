import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatCount } from './formatCount';
import { Icon } from './Icon';
import { textDirection } from './textDirection';

const steps = 3;

export interface WelcomeStepProps {
  /** 1 is the first. */
  readonly step: number;
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** The frame of the first run: one step at a time, and how many there are. */
export function WelcomeStep({ step, title, lead, children }: WelcomeStepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The button that led here is gone; the next Tab goes on from the new heading, and it is read out.
    if (step > 1) heading.current?.focus();
  }, [step]);
  return (
    <main class="fh page welcome" dir={textDirection()}>
      <header>
        <Icon name="peak" />
        <b>{i18n.t('name')}</b>
        <span>{i18n.t('welcome.step', [formatCount(step), formatCount(steps)])}</span>
      </header>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="lead">{lead}</p>
      {children}
    </main>
  );
}
