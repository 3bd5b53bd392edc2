/** A flag of a command. */
export interface FlagSpec {
  /** Without dashes, as Serf spells it. */
  readonly name: string;
  /** `list` may be given several times; of the others the last one counts. */
  readonly kind: 'boolean' | 'value' | 'list';
  readonly help: string;
  /** Understood, but not shown in help; default false. */
  readonly isHidden?: boolean;
}

/** Of every command that talks to an agent. */
export const clientFlags: readonly FlagSpec[] = [
  {
    name: 'rpc-addr',
    kind: 'value',
    help: 'Address of the agent; default $SERF_RPC_ADDR or 127.0.0.1:7373.',
  },
  { name: 'rpc-auth', kind: 'value', help: 'Key that the agent wants; default $SERF_RPC_AUTH.' },
];

/** Flags as they were given. */
export class FlagValues {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  /** Whether a boolean is on. */
  isOn(name: string): boolean {
    return this.text(name) === 'true';
  }

  /** The last text given for a flag, or undefined. */
  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  /** Every text given for a flag. */
  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** All flags by name. */
  all(): ReadonlyMap<string, readonly string[]> {
    return this.#values;
  }
}
