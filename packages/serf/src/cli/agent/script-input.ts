import type { SerfMember } from '../../core/member.js';
import type { AgentEvent } from '../../ipc/agent-event.js';
import { kindOf } from '../../ipc/agent-event.js';

/** What a script is told by its environment. Source: Serf's event handlers. */
export function scriptEnvironment(
  event: AgentEvent,
  self: Pick<SerfMember, 'name' | 'tags'>,
): Readonly<Record<string, string>> {
  const tags = Object.entries(self.tags).map(([name, value]) => [
    `SERF_TAG_${name.toUpperCase().replace(/[^A-Z0-9_]/g, '_')}`,
    value,
  ]);
  return {
    SERF_EVENT: kindOf(event),
    SERF_SELF_NAME: self.name,
    SERF_SELF_ROLE: self.tags['role'] ?? '',
    ...Object.fromEntries(tags),
    ...nameAndTime(event),
  };
}

/** What a script reads: a payload with a line end, or a line for each member. */
export function scriptInput(event: AgentEvent): Uint8Array {
  if (event.type === 'user-event') return withLineEnd(event.payload);
  if (event.type === 'query') return withLineEnd(event.query.payload);
  return Buffer.from(event.members.map(memberLine).join(''));
}

function nameAndTime(event: AgentEvent): Readonly<Record<string, string>> {
  if (event.type === 'user-event') {
    return { SERF_USER_EVENT: event.name, SERF_USER_LTIME: String(event.time) };
  }
  if (event.type !== 'query') return {};
  const { name, time } = event.query;
  return { SERF_QUERY_NAME: name, SERF_QUERY_LTIME: String(time) };
}

function withLineEnd(payload: Uint8Array): Uint8Array {
  const isEnded = payload.length === 0 || payload.at(-1) === 0x0a;
  return isEnded ? payload : Buffer.concat([payload, Buffer.from('\n')]);
}

function memberLine({ name, endpoint, tags }: SerfMember): string {
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const fields = [clean(name), endpoint.host, clean(tags['role'] ?? ''), clean(pairs.join(','))];
  return `${fields.join('\t')}\n`;
}

/** Tabs and line ends separate; inside a field they are spelled out. */
function clean(text: string): string {
  return text.replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
