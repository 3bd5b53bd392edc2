import type { AgentSelf } from '../../local/local-agent.js';
import { positionView } from './coordinate-view.js';
import { memberView } from './member-view.js';

/** What an agent says of itself. */
export function agentSelfView(self: AgentSelf): Readonly<Record<string, unknown>> {
  return {
    Config: {
      Datacenter: self.datacenter,
      PrimaryDatacenter: self.primaryDatacenter,
      NodeName: self.nodeName,
      NodeID: self.nodeId,
      Revision: '',
      Server: self.isServer,
      Version: self.version,
    },
    DebugConfig: self.debugConfig,
    Coord: self.coordinate === undefined ? null : positionView(self.coordinate),
    Member: memberView(self.member),
    Stats: self.stats,
    Meta: self.meta,
  };
}
