import { browser } from 'wxt/browser';

type MessageName = Parameters<typeof browser.i18n.getMessage>[0];

/**
 * The words of a message by its key, `goal.day`: with what stands for $1, $2 and on, and of two forms the one for a count.
 * The library's own can do more; nothing of ours needs it, and every page would load it. The build puts this in its place.
 */
export function createI18n() {
  return {
    t(key: string, ...given: readonly (number | readonly (string | number)[])[]): string {
      const count = given.find((one) => typeof one === 'number');
      const words = given.find((one) => typeof one !== 'number') ?? [count ?? ''];
      const name = key.replaceAll('.', '_') as MessageName;
      const text = browser.i18n.getMessage(name, words.map(String));
      if (count === undefined) return text;
      const [one = '', more = one] = text.split(' | ');
      return count === 1 ? one : more;
    },
  };
}
