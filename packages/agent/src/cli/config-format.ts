import type { ConfigFormat } from '../config/document.js';
import { AgentError } from '../errors.js';

/** Reads `-config-format`. @throws AgentError `INVALID_USAGE` for any other word. */
export function readFormat(text: string | undefined): ConfigFormat | undefined {
  if (text === undefined || text === 'json' || text === 'hcl' || text === 'yaml') return text;
  throw new AgentError('INVALID_USAGE', `-config-format must be json, hcl or yaml, got ${text}`);
}
