/** What stands in the place of a number. */
const shape = '••';
let hidden = false;

/** From now on every count is written as a shape, or again as a number; whoever calls it draws anew. */
export function setNumbersHidden(hide: boolean) {
  hidden = hide;
}

export function numbersHidden(): boolean {
  return hidden;
}

/** A number as it is written, unless numbers are hidden. */
export function veiled(written: string): string {
  return hidden ? shape : written;
}

/** The count that picks a word's form: where numbers are hidden, "call" must not tell that it is one. */
export function formOf(count: number): number {
  return hidden ? 2 : count;
}

/** What `write` gives with its numbers, for what is not on the screen: a copy, or a limit that is nobody's count. */
export function withNumbers<T>(write: () => T): T {
  const before = hidden;
  hidden = false;
  try {
    return write();
  } finally {
    hidden = before;
  }
}
