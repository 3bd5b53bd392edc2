import { parseArgs } from 'node:util';

/**
 * Options of a bench, `--name value`, from defaults whose kinds say what is wanted: numbers stay
 * numbers, lists are written with commas, what is true or false is a flag.
 */
export function readOptions(defaults) {
  const all = { ...defaults, peer: '' };
  const flag = /** @type {const} */ ({ type: 'boolean' });
  const text = /** @type {const} */ ({ type: 'string' });
  const options = Object.fromEntries(
    Object.entries(all).map(([name, fallback]) => [
      name,
      typeof fallback === 'boolean' ? flag : text,
    ]),
  );
  const { values } = parseArgs({ options });
  const read = Object.entries(defaults).map(([name, fallback]) => [
    name,
    values[name] === undefined ? fallback : convert(name, values[name], fallback),
  ]);
  return { ...Object.fromEntries(read), peer: values['peer'] ?? process.env['BENCH_PEER'] };
}

function convert(name, text, fallback) {
  if (Array.isArray(fallback)) {
    return text.split(',').map((item) => convert(name, item, fallback[0]));
  }
  if (typeof fallback !== 'number') return text;
  const value = Number(text);
  if (!Number.isFinite(value) || text === '') throw new Error(`--${name} ${text} is not a number`);
  return value;
}
