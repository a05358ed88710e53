/** What a JSON file holds; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    // A byte order mark is what some editors add.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
