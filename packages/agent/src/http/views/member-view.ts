import type { FilterField } from '../../endpoints/filter-schema.js';
import type { AgentMember } from '../../local/local-agent.js';

/** Serf's numbers of what a member can be; 0 is none of these. */
const statusNumbers: Readonly<Record<AgentMember['status'], number>> = {
  alive: 1,
  leaving: 2,
  left: 3,
  failed: 4,
};

/** A gossip member. `Delegate` versions are Serf's, `Protocol` versions those of the gossip below. */
export function memberView(member: AgentMember): Readonly<Record<string, unknown>> {
  const { gossipVersions, serfVersions } = member;
  return {
    Name: member.name,
    Addr: member.endpoint.host,
    Port: member.endpoint.port,
    Tags: member.tags,
    Status: statusNumbers[member.status],
    ProtocolMin: gossipVersions.min,
    ProtocolMax: gossipVersions.max,
    ProtocolCur: gossipVersions.current,
    DelegateMin: serfVersions.min,
    DelegateMax: serfVersions.max,
    DelegateCur: serfVersions.current,
  };
}

const text: FilterField = { type: 'string' };
const number: FilterField = { type: 'number' };

/** What filters may say about members. */
export const memberSchema: FilterField = {
  type: 'record',
  fields: {
    Name: text,
    Addr: text,
    Port: number,
    Tags: { type: 'map', value: text },
    Status: number,
    ProtocolMin: number,
    ProtocolMax: number,
    ProtocolCur: number,
    DelegateMin: number,
    DelegateMax: number,
    DelegateCur: number,
  },
};
