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
