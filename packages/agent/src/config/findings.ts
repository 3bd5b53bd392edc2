import type { AgentSettings } from './settings.js';

/** A setting to blame, or several that contradict each other. */
type Blamed = keyof AgentSettings;

/** Collects what is wrong with a configuration, so that all of it is told at once. */
export class Findings {
  readonly problems: string[] = [];
  readonly warnings: string[] = [];
  readonly #origins: ReadonlyMap<string, string>;

  /** `origins` says which file or flag gave a setting its value. */
  constructor(origins: ReadonlyMap<string, string>) {
    this.#origins = origins;
  }

  /** `key` is spelled as in a file, `text` says the bound that does not hold. */
  problem(blamed: Blamed, key: string, text: string): void {
    this.problems.push(this.#line(blamed, key, text));
  }

  warning(blamed: Blamed, key: string, text: string): void {
    this.warnings.push(this.#line(blamed, key, text));
  }

  #line(blamed: Blamed, key: string, text: string): string {
    const origin = this.#origins.get(blamed);
    return origin === undefined ? `${key}: ${text}` : `${origin}: ${key}: ${text}`;
  }
}
