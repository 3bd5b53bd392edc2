/** Reads fields of a JSON answer without trusting it: what is not there is empty. */
export class JsonView {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** A field, empty when missing. */
  field(name: string): JsonView {
    const value = this.#value;
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return new JsonView(isObject ? (value as Record<string, unknown>)[name] : undefined);
  }

  /** Elements of a list; none of anything else. */
  items(): JsonView[] {
    return Array.isArray(this.#value) ? this.#value.map((item) => new JsonView(item)) : [];
  }

  /** Fields of an object, sorted by name; none of anything else. */
  entries(): [string, JsonView][] {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => [name, new JsonView(entry)]);
  }

  /** A string as it is, a number or boolean in words, else empty. */
  text(): string {
    const value = this.#value;
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  /** A number, or undefined. */
  number(): number | undefined {
    return typeof this.#value === 'number' ? this.#value : undefined;
  }

  isTrue(): boolean {
    return this.#value === true;
  }

  isPresent(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }
}
