/**
 * PostgREST's query language over plain rows: as much of it as the CRM speaks.
 *
 * @typedef {import('./sample.mjs').Row} Row
 * @typedef {(row: Record<string, any>) => boolean} Test
 */

const NOT_COLUMNS = new Set(['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']);

/**
 * Splits at commas outside brackets and quotes: `a.eq.1,or(b.eq.2,c.eq.3)` has two parts.
 *
 * @param {string} text
 */
function split(text) {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && '({'.includes(char)) depth += 1;
    else if (!quoted && ')}'.includes(char)) depth -= 1;
    if (char === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.filter((part) => part !== '');
}

/** @param {string} text */
const unquote = (text) => (/^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('\\"', '"') : text);

/** @param {string} text */
const list = (text) => split(text.replace(/^[({]|[)}]$/g, '')).map(unquote);

/**
 * @param {any} value
 * @param {string} text
 * @returns {number} below, at or above zero; NaN when either is null
 */
function compare(value, text) {
  if (value === null || value === undefined) return NaN;
  if (typeof value === 'number') return value - Number(text);
  const left = String(value);
  const day = /^\d{4}-\d\d-\d\d$/.test(left);
  // A date column casts what it is compared with to a date; a timestamp compares instants.
  if (day) return left.localeCompare(text.slice(0, 10));
  if (/^\d{4}-\d\d-\d\dT/.test(left) && /^\d{4}-\d\d-\d\d/.test(text)) {
    return Date.parse(left) - Date.parse(text);
  }
  return left.localeCompare(text);
}

/**
 * @param {any} value
 * @param {string} pattern
 * @param {string} flags
 */
function like(value, pattern, flags) {
  if (value === null || value === undefined) return false;
  const source = unquote(pattern)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[*%]/g, '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, `s${flags}`).test(String(value));
}

/**
 * @param {Record<string, any>} row
 * @param {string} path a column, or a step into JSON: `email_jsonb->0->>email`
 */
function read(row, path) {
  return path.split(/->>?/).reduce((at, key) => at?.[key], /** @type {any} */ (row));
}

/**
 * @param {string} column
 * @param {string} condition `eq.1`, `not.is.null`, `in.(1,2)` …
 * @returns {Test}
 */
function test(column, condition) {
  const dot = condition.indexOf('.');
  const operator = condition.slice(0, dot);
  const text = condition.slice(dot + 1);
  if (operator === 'not') {
    const inner = test(column, text);
    return (row) => !inner(row);
  }
  /** @type {Record<string, (value: any) => boolean>} */
  const operators = {
    eq: (value) => String(value) === unquote(text) || compare(value, unquote(text)) === 0,
    neq: (value) => value != null && String(value) !== unquote(text),
    gt: (value) => compare(value, text) > 0,
    gte: (value) => compare(value, text) >= 0,
    lt: (value) => compare(value, text) < 0,
    lte: (value) => compare(value, text) <= 0,
    is: (value) => (text === 'null' ? value == null : String(value) === text),
    in: (value) => list(text).includes(String(value)),
    like: (value) => like(value, text, ''),
    ilike: (value) => like(value, text, 'i'),
    cs: (value) => list(text).every((item) => (value ?? []).map(String).includes(item)),
    ov: (value) => list(text).some((item) => (value ?? []).map(String).includes(item)),
  };
  const check = operators[operator];
  if (!check) throw new Error(`No such operator here: ${condition}`);
  return (row) => check(read(row, column));
}

/**
 * @param {string} name `or`, `and`, `not.or`, `not.and`
 * @param {string} text `(a.eq.1,and(b.gt.2,c.is.null))`
 * @returns {Test}
 */
function group(name, text) {
  const tests = split(text.replace(/^\(|\)$/g, '')).map((part) => {
    const nested = /^((?:not\.)?(?:or|and))(\(.*\))$/s.exec(part);
    if (nested) return group(nested[1], nested[2]);
    const dot = part.indexOf('.');
    return test(part.slice(0, dot), part.slice(dot + 1));
  });
  /** @type {Test} */
  const all = name.endsWith('or')
    ? (row) => tests.some((one) => one(row))
    : (row) => tests.every((one) => one(row));
  return name.startsWith('not.') ? (row) => !all(row) : all;
}

/**
 * @template {Record<string, any>} T
 * @param {T[]} rows
 * @param {URLSearchParams} query
 * @returns {T[]}
 */
export function filter(rows, query) {
  /** @type {Test[]} */
  const tests = [];
  for (const [key, value] of query) {
    // Two conditions on one column come as `due_date[0]` and `due_date[1]`.
    const name = key.replace(/\[\d*\]$/, '');
    if (NOT_COLUMNS.has(name)) continue;
    tests.push(/^(not\.)?(or|and)$/.test(name) ? group(name, value) : test(name, value));
  }
  return rows.filter((row) => tests.every((one) => one(row)));
}

/**
 * @template {Record<string, any>} T
 * @param {T[]} rows
 * @param {string | null} order `due_date.asc,id.desc.nullslast`
 * @returns {T[]}
 */
export function sort(rows, order) {
  const keys = (order ?? '')
    .split(',')
    .filter(Boolean)
    .map((key) => {
      const [column, ...words] = key.split('.');
      const down = words.includes('desc');
      return {
        column,
        down,
        nullsFirst: words.includes('nullsfirst') || (down && !words.includes('nullslast')),
      };
    });
  return [...rows].sort((a, b) => {
    for (const { column, down, nullsFirst } of keys) {
      const left = read(a, column) ?? null;
      const right = read(b, column) ?? null;
      if (left === right) continue;
      if (left === null || right === null) return (left === null) === nullsFirst ? -1 : 1;
      const by =
        typeof left === 'number' ? left - right : String(left).localeCompare(String(right));
      if (by !== 0) return down ? -by : by;
    }
    return 0;
  });
}

/**
 * @template T
 * @param {T[]} rows
 * @param {URLSearchParams} query
 * @returns {{ rows: T[], range: string }}
 */
export function page(rows, query) {
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? Infinity);
  const cut = rows.slice(offset, offset + limit);
  return { rows: cut, range: cut.length ? `${offset}-${offset + cut.length - 1}` : '*' };
}
