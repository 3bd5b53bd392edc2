/** A flag of a command. */
export interface FlagSpec {
  /** Without dashes. */
  readonly name: string;
  /** `list` may be given several times; of the others the last one counts. */
  readonly kind: 'boolean' | 'value' | 'list';
  /** What it is for, in one line of the command's help. */
  readonly help: string;
  /** Understood, but not shown in help; default false. */
  readonly isHidden?: boolean;
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
