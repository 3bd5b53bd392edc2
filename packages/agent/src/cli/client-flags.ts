import { booleanFlags, type FlagSpec, valueFlags } from '@konsul/runtime/command-line';

/** Of every command that talks to an agent. */
export const clientFlags: readonly FlagSpec[] = valueFlags({
  'ca-file': 'File of certificate authorities to trust.',
  'ca-path': 'Directory of certificate authorities to trust.',
  'client-cert': 'Certificate to show to the agent.',
  'client-key': 'Key of that certificate.',
  'http-addr': 'Address of the agent, for example http://127.0.0.1:8500.',
  'tls-server-name': 'Name expected in the certificate of the agent.',
  token: 'ACL token.',
  'token-file': 'File that holds the ACL token.',
});

/** Of commands that servers answer. */
export const serverFlags: readonly FlagSpec[] = [
  ...clientFlags,
  ...valueFlags({ datacenter: 'Datacenter to ask.' }),
  ...booleanFlags({ stale: 'Take the answer of any server.' }),
];
