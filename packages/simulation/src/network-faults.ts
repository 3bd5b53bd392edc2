import { type LinkOptions, type ResolvedLink, resolveLink } from './network-link.js';

/** Takes back what was done; harmless when called again. */
export type Undo = () => void;

/** Decides whether packets from one host to another are cut off. Must be pure. */
export type Cut = (from: string, to: string) => boolean;

/** Which directed links an override is for; a missing side means all hosts. */
export interface LinkScope {
  readonly from?: string;
  readonly to?: string;
}

interface LinkLayer {
  readonly scope: LinkScope;
  readonly options: LinkOptions;
}

/**
 * What is wrong with the network right now: cuts and link overrides, each of which can be taken
 * back on its own, in any order.
 */
export class NetworkFaults {
  #cuts: Cut[] = [];
  #layers: LinkLayer[] = [];
  #defaultLink: ResolvedLink;
  #hasScopes = false;
  readonly #linkOfPair = new Map<string, ResolvedLink>();

  constructor(link: LinkOptions) {
    this.#defaultLink = resolveLink([link]);
    this.#layers = [{ scope: {}, options: link }];
  }

  isCut(from: string, to: string): boolean {
    for (const cut of this.#cuts) if (cut(from, to)) return true;
    return false;
  }

  cut(cut: Cut): Undo {
    // A copy of its own, so that the same function may be used twice and undone once.
    const own: Cut = (from, to) => cut(from, to);
    this.#cuts.push(own);
    return () => {
      this.#cuts = this.#cuts.filter((other) => other !== own);
    };
  }

  removeCuts(): void {
    this.#cuts = [];
  }

  override(options: LinkOptions, scope: LinkScope): Undo {
    const layer: LinkLayer = { scope, options };
    // Checked before it is in force, so that a bad option leaves nothing behind.
    resolveLink([options]);
    this.#setLayers([...this.#layers, layer]);
    return () => this.#setLayers(this.#layers.filter((other) => other !== layer));
  }

  linkOf(from: string, to: string): ResolvedLink {
    if (!this.#hasScopes) return this.#defaultLink;
    const key = `${from} ${to}`;
    const known = this.#linkOfPair.get(key);
    if (known !== undefined) return known;
    const link = resolveLink(
      this.#layers
        .filter(({ scope }) => (scope.from ?? from) === from && (scope.to ?? to) === to)
        .map(({ options }) => options),
    );
    this.#linkOfPair.set(key, link);
    return link;
  }

  #setLayers(layers: LinkLayer[]): void {
    this.#layers = layers;
    this.#linkOfPair.clear();
    const general = layers.filter(
      ({ scope }) => scope.from === undefined && scope.to === undefined,
    );
    this.#hasScopes = general.length !== layers.length;
    this.#defaultLink = resolveLink(general.map(({ options }) => options));
  }
}

/**
 * Cuts hosts of different groups off from one another, both ways. Hosts in no group see everybody.
 */
export function partitionCut(groups: readonly (readonly string[])[]): Cut {
  const groupOf = new Map<string, number>();
  groups.forEach((hosts, index) => {
    for (const host of hosts) groupOf.set(host, index);
  });
  return (from, to) => {
    const fromGroup = groupOf.get(from);
    const toGroup = groupOf.get(to);
    return fromGroup !== undefined && toGroup !== undefined && fromGroup !== toGroup;
  };
}

/** Cuts one direction only. */
export function oneWayCut(from: readonly string[], to: readonly string[]): Cut {
  const sources = new Set(from);
  const targets = new Set(to);
  return (source, target) => source !== target && sources.has(source) && targets.has(target);
}
