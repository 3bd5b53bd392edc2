import { type FlagSpec, valueFlags } from '@konsul/runtime/command-line';

/** Of every command that talks to an agent. */
export const clientFlags: readonly FlagSpec[] = valueFlags({
  'rpc-addr': 'Address of the agent; default $SERF_RPC_ADDR or 127.0.0.1:7373.',
  'rpc-auth': 'Key that the agent wants; default $SERF_RPC_AUTH.',
});
