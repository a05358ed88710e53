import type { Page, PageKind } from '../site';
import { subjectIn } from './people';

export const origin = 'https://www.linkedin.com';

/** A page of LinkedIn, by the beginning of its path; the examples are the paths of whole URLs. */
export function linkedinPage(
  kind: PageKind,
  path: RegExp,
  ...[first, ...others]: Page['examples']
): Page {
  return {
    kind,
    test: ({ pathname }) => path.test(pathname),
    subject: ({ href }) => subjectIn(href),
    examples: [origin + first, ...others.map((example) => origin + example)],
  };
}
