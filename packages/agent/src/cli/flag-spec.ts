/** A flag of a command. */
export interface FlagSpec {
  /** Without dashes, as Consul spells it. */
  readonly name: string;
  /** `list` may be given several times; of the others the last one counts. */
  readonly kind: 'boolean' | 'value' | 'list';
  readonly help: string;
}

function flags(kind: FlagSpec['kind'], table: Readonly<Record<string, string>>): FlagSpec[] {
  return Object.entries(table).map(([name, help]) => ({ name, kind, help }));
}

/** Flags with a value, by name with their help. */
export function valueFlags(table: Readonly<Record<string, string>>): FlagSpec[] {
  return flags('value', table);
}

/** Flags that may be given several times, by name with their help. */
export function listFlags(table: Readonly<Record<string, string>>): FlagSpec[] {
  return flags('list', table);
}

/** Flags that are on when given, by name with their help. */
export function booleanFlags(table: Readonly<Record<string, string>>): FlagSpec[] {
  return flags('boolean', table);
}

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
