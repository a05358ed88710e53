import { it } from 'vitest';

/** Says in the results that a part did not run, and what this machine lacks for it. */
export function notRun(part: string, lacks: string) {
  it(`not run: ${part}`, (context) => {
    context.skip(lacks);
  });
}
