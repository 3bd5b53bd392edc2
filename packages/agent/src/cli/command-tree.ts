import type { CommandTree } from '@konsul/runtime/command-line';
import type { CommandContext } from './command.js';

type AgentCommands = CommandTree<CommandContext>;

const kv: AgentCommands = {
  delete: {
    synopsis: 'Removes data from the KV store',
    load: async () => (await import('./commands/kv/delete.js')).kvDelete,
  },
  export: {
    synopsis: 'Exports a tree from the KV store as JSON',
    load: async () => (await import('./commands/kv/export.js')).kvExport,
  },
  get: {
    synopsis: 'Retrieves or lists data from the KV store',
    load: async () => (await import('./commands/kv/get.js')).kvGet,
  },
  import: {
    synopsis: 'Imports a tree stored as JSON to the KV store',
    load: async () => (await import('./commands/kv/import.js')).kvImport,
  },
  put: {
    synopsis: 'Sets or updates data in the KV store',
    load: async () => (await import('./commands/kv/put.js')).kvPut,
  },
};

const catalog: AgentCommands = {
  datacenters: {
    synopsis: 'Lists all known datacenters',
    load: async () => (await import('./commands/catalog/datacenters.js')).catalogDatacenters,
  },
  nodes: {
    synopsis: 'Lists all nodes in the given datacenter',
    load: async () => (await import('./commands/catalog/nodes.js')).catalogNodes,
  },
  services: {
    synopsis: 'Lists all registered services in a datacenter',
    load: async () => (await import('./commands/catalog/services.js')).catalogServices,
  },
};

const area: AgentCommands = {
  create: {
    synopsis: 'Creates a network area with another datacenter',
    load: async () => (await import('./commands/operator/area/create.js')).areaCreate,
  },
  delete: {
    synopsis: 'Deletes a network area',
    load: async () => (await import('./commands/operator/area/delete.js')).areaDelete,
  },
  join: {
    synopsis: 'Joins servers of the other datacenter of a network area',
    load: async () => (await import('./commands/operator/area/join.js')).areaJoin,
  },
  list: {
    synopsis: 'Lists network areas',
    load: async () => (await import('./commands/operator/area/list.js')).areaList,
  },
  members: {
    synopsis: 'Lists the servers of network areas',
    load: async () => (await import('./commands/operator/area/members.js')).areaMembers,
  },
  update: {
    synopsis: 'Changes a network area',
    load: async () => (await import('./commands/operator/area/update.js')).areaUpdate,
  },
};

const raft: AgentCommands = {
  'list-peers': {
    synopsis: 'Shows the Raft configuration',
    load: async () => (await import('./commands/operator/raft/list-peers.js')).raftListPeers,
  },
  'remove-peer': {
    synopsis: 'Removes a server from the Raft configuration',
    load: async () => (await import('./commands/operator/raft/remove-peer.js')).raftRemovePeer,
  },
  'transfer-leader': {
    synopsis: 'Hands leadership to another server',
    load: async () =>
      (await import('./commands/operator/raft/transfer-leader.js')).raftTransferLeader,
  },
};

/** Every command. */
export const commandTree: AgentCommands = {
  agent: {
    synopsis: 'Runs an agent',
    load: async () => (await import('./commands/agent.js')).agentCommand,
  },
  catalog: { synopsis: 'Reads the catalogue', children: catalog },
  demo: {
    synopsis: 'Runs two datacenters on this machine and federates them',
    load: async () => (await import('./commands/demo.js')).demo,
  },
  'force-leave': {
    synopsis: 'Forces a failed member to leave the cluster',
    load: async () => (await import('./commands/force-leave.js')).forceLeave,
  },
  info: {
    synopsis: 'Shows what an agent knows of itself',
    load: async () => (await import('./commands/info.js')).info,
  },
  join: {
    synopsis: 'Tells an agent to join a cluster',
    load: async () => (await import('./commands/join.js')).join,
  },
  keygen: {
    synopsis: 'Makes a key for gossip',
    load: async () => (await import('./commands/keygen.js')).keygen,
  },
  kv: { synopsis: 'Works with the key-value store', children: kv },
  leave: {
    synopsis: 'Makes an agent leave the cluster and stop',
    load: async () => (await import('./commands/leave.js')).leave,
  },
  members: {
    synopsis: 'Lists the members of the cluster',
    load: async () => (await import('./commands/members.js')).members,
  },
  operator: {
    synopsis: 'Tools for operators',
    children: {
      area: { synopsis: 'Works with network areas', children: area },
      raft: { synopsis: 'Works with the Raft configuration', children: raft },
    },
  },
  validate: {
    synopsis: 'Checks configuration files',
    load: async () => (await import('./commands/validate.js')).validate,
  },
  version: {
    synopsis: 'Prints the version',
    load: async () => (await import('./commands/version.js')).version,
  },
};
