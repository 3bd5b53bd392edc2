import type { z } from 'zod';
import { agentSchema } from './schema/agent-keys.js';
import { type Fragment, mergeValues } from './schema/section.js';
import type { AgentSettings } from './settings.js';
import { dropUnsupportedKeys } from './unsupported-keys.js';

/** What one file or flag says, and what is wrong with it. */
export interface ReadFragment {
  readonly fragment: Fragment<AgentSettings>;
  /** Whole phrases, each beginning with the source. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Checks one document; `source` begins every message. */
export function readFragment(
  source: string,
  document: Readonly<Record<string, unknown>>,
): ReadFragment {
  const supported = dropUnsupportedKeys(document);
  const refused = supported.refusedKeys.map(({ key, reason }) => `${source}: ${key}: ${reason}`);
  const warnings = supported.ignoredKeys.map((key) => `${source}: ${key} has no effect here`);
  const parsed = agentSchema.safeParse(supported.document);
  if (parsed.success) return { fragment: parsed.data, problems: refused, warnings };
  const problems = parsed.error.issues.flatMap((issue) => describeIssue(source, issue));
  return { fragment: {}, problems: [...refused, ...problems], warnings };
}

/** Lays fragments over settings, the later over the earlier. */
export function mergeFragments(
  settings: AgentSettings,
  fragments: readonly Fragment<AgentSettings>[],
): AgentSettings {
  return fragments.reduce<unknown>(mergeValues, settings) as AgentSettings;
}

function describeIssue(source: string, issue: z.core.$ZodIssue): string[] {
  const key = keyOf(issue.path);
  const prefix = key === '' ? source : `${source}: ${key}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      // One line for each key, each with its own suggestion.
      return issue.message.split('\n').map((line) => `${prefix}: ${line}`);
    case 'invalid_type':
      return [`${prefix}: must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`];
    default:
      return [`${prefix}: ${issue.message}`];
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a block of keys and values',
  record: 'a block of keys and values',
  array: 'a list',
};

/** `services[0].port` */
function keyOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
