import type { DetectedAction } from '../domain/detected';

/**
 * Numbers of records are a CRM's own: two CRMs of one kind both have a contact 17. Of a record that the page calls by two
 * names the first one leads.
 */
export function named(detected: DetectedAction, origin: string): DetectedAction {
  const { subject, once } = detected;
  const [first = '', ...others] = subject?.split(' ') ?? [];
  return {
    ...detected,
    ...(subject !== undefined && { subject: nameAt(origin, first) }),
    ...(others.length > 0 && { also: others.map((name) => nameAt(origin, name)) }),
    ...(once && {
      once: {
        ...once,
        key: nameAt(
          origin,
          once.key.replace(subject ?? '', () => first),
        ),
      },
    }),
  };
}

export function nameAt(origin: string, name: string): string {
  return `${origin} ${name}`;
}
