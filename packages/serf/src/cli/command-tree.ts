import type { CommandTree } from '@konsul/runtime/command-line';
import type { CommandContext } from './command.js';

/** Every command by its name. */
export const commands: CommandTree<CommandContext> = {
  agent: {
    synopsis: 'Runs a Serf agent',
    load: async () => (await import('./commands/agent.js')).agent,
  },
  event: {
    synopsis: 'Sends a user event through the cluster',
    load: async () => (await import('./commands/event.js')).event,
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
    synopsis: 'Makes a new key for encrypted gossip',
    load: async () => (await import('./commands/keygen.js')).keygen,
  },
  keys: {
    synopsis: 'Works with the keys of all members',
    load: async () => (await import('./commands/keys.js')).keys,
  },
  leave: {
    synopsis: 'Makes an agent leave the cluster and stop',
    load: async () => (await import('./commands/leave.js')).leave,
  },
  members: {
    synopsis: 'Lists the members of the cluster',
    load: async () => (await import('./commands/members.js')).members,
  },
  monitor: {
    synopsis: "Shows an agent's log and events as they come",
    load: async () => (await import('./commands/monitor.js')).monitor,
  },
  query: {
    synopsis: 'Asks the cluster and shows the answers',
    load: async () => (await import('./commands/query.js')).query,
  },
  reachability: {
    synopsis: 'Tests which members an agent reaches',
    load: async () => (await import('./commands/reachability.js')).reachability,
  },
  rtt: {
    synopsis: 'Estimates the round-trip time between two members',
    load: async () => (await import('./commands/rtt.js')).rtt,
  },
  tags: {
    synopsis: "Changes a running agent's tags",
    load: async () => (await import('./commands/tags.js')).tags,
  },
  version: {
    synopsis: 'Prints the version',
    load: async () => (await import('./commands/version.js')).version,
  },
};
