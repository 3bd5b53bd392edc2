import type { MemberEventType } from '../../core/event.js';
import type { SerfMember } from '../../core/member.js';
import { type AgentEvent, titleOf } from '../../ipc/agent-event.js';
import type { LogBook } from '../../ipc/log-book.js';
import type { Serf } from '../../serf.js';

const MEMBER_EVENTS: readonly (readonly [MemberEventType, string])[] = [
  ['member-join', 'EventMemberJoin'],
  ['member-leave', 'EventMemberLeave'],
  ['member-failed', 'EventMemberFailed'],
  ['member-update', 'EventMemberUpdate'],
  ['member-reap', 'EventMemberReap'],
];
/** Events whose log lines say where the member is. Source: Serf. */
const WITH_ADDRESS: ReadonlySet<MemberEventType> = new Set([
  'member-join',
  'member-leave',
  'member-failed',
]);

/** What happens in the pool, for scripts and streams, and in the log. */
export class AgentEvents {
  readonly #logBook: LogBook;
  readonly #listeners = new Set<(event: AgentEvent) => void>();

  constructor(serf: Serf, logBook: LogBook) {
    this.#logBook = logBook;
    for (const [type, title] of MEMBER_EVENTS) {
      serf.on(type, (members) => {
        for (const member of members) {
          logBook.write('INFO', `serf: ${title}: ${placeOf(type, member)}`);
        }
        this.#tell({ type, members });
      });
    }
    serf.on('user-event', (event) => this.#tell(event));
    serf.on('query', (query) => this.#tell({ type: 'query', query }));
    serf.on('name-conflict', (existing, other) => {
      const [one, two] = [existing, other].map(({ endpoint }) => endpoint.host);
      logBook.write('WARN', `serf: Name conflict for '${existing.name}' both ${one} and ${two}`);
    });
  }

  /** @returns how to stop listening. */
  listen(listener: (event: AgentEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: AgentEvent): void {
    this.#logBook.write('INFO', `agent: Received event: ${titleOf(event)}`);
    for (const listener of this.#listeners) listener(event);
  }
}

function placeOf(type: MemberEventType, { name, endpoint }: SerfMember): string {
  return WITH_ADDRESS.has(type) ? `${name} ${endpoint.host}` : name;
}
