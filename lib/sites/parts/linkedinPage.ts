import type { Page, PageKind } from '../site';
import { subjectIn } from './people';

export const origin = 'https://www.linkedin.com';

/** A page of LinkedIn, by the beginning of its path. */
export function linkedinPage(kind: PageKind, path: RegExp): Page {
  return {
    kind,
    test: (url) => path.test(url.pathname),
    subject: (url) => subjectIn(url.href),
  };
}
