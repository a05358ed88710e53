import messages from '../../locales/en.json' with { type: 'json' };

type Substitutions = readonly (string | number)[];

function find(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | undefined)?.[part],
      messages,
    );
}

/** Stands in for `#i18n` where there is no browser: English, with the plurals and substitutions of @wxt-dev/i18n. */
function t(key: string, ...args: readonly (number | Substitutions)[]): string {
  if (key === '@@bidi_dir') return 'ltr';
  const count = args.find((arg) => typeof arg === 'number');
  const given = args.find((arg) => typeof arg === 'object') ?? (count === undefined ? [] : [count]);
  let message = find(key);
  if (typeof message === 'object' && message !== null && count !== undefined) {
    const forms = message as Record<string, string>;
    message = forms[String(count)] ?? forms['n'];
  }
  if (typeof message !== 'string') throw new Error(`No message ${key}`);
  return message.replace(/\$(\d)/g, (_, index: string) => String(given[Number(index) - 1] ?? ''));
}

export const i18n = { t };
