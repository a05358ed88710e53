import type { DetectedAction } from '../domain/detected';

/** Numbers of records are a CRM's own: two CRMs of one kind both have a contact 17. */
export function named(detected: DetectedAction, origin: string): DetectedAction {
  const { subject, once } = detected;
  return {
    ...detected,
    ...(subject !== undefined && { subject: nameAt(origin, subject) }),
    ...(once && { once: { ...once, key: nameAt(origin, once.key) } }),
  };
}

export function nameAt(origin: string, name: string): string {
  return `${origin} ${name}`;
}
