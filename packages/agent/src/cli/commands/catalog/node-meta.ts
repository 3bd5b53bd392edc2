import type { FlagValues } from '@konsul/runtime/command-line';

/** `-node-meta key=value` as the API takes it, `key:value`. */
export function nodeMetaQuery(flags: FlagValues): readonly string[] {
  return flags.list('node-meta').map((text) => text.replace('=', ':'));
}
