import { type LinkOptions, type ResolvedLink, resolveLink } from './network-link.js';

/** Takes back what was done; harmless when called again. */
export type Undo = () => void;

/** Decides whether packets from one host to another are cut off. Must be pure. */
export type Cut = (from: string, to: string) => boolean;

/** Which directed links an override is for; a missing side means all hosts. */
export interface LinkScope {
  readonly from?: string | readonly string[];
  readonly to?: string | readonly string[];
}

/** What the link from one host to another is like before overrides. Must be pure. */
export type LinkBetween = (from: string, to: string) => LinkOptions;

interface LinkLayer {
  /** Undefined means all hosts. */
  readonly from: ReadonlySet<string> | undefined;
  readonly to: ReadonlySet<string> | undefined;
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
  #linkBetween: LinkBetween | undefined;
  /** By source, then target: looked up for every packet, so no key is built for it. */
  readonly #linksFrom = new Map<string, Map<string, ResolvedLink>>();
  /** Links that are alike share one object. */
  readonly #resolved = new Map<LinkOptions, ResolvedLink>();

  constructor(link: LinkOptions) {
    this.#defaultLink = resolveLink([link]);
    this.#layers = [{ from: undefined, to: undefined, options: link }];
  }

  /** Makes each link its own, on top of what all are like and below all overrides. */
  setLinkBetween(linkBetween: LinkBetween): void {
    this.#linkBetween = linkBetween;
    this.#setLayers(this.#layers);
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
    const layer: LinkLayer = { from: hostSet(scope.from), to: hostSet(scope.to), options };
    // Checked before it is in force, so that a bad option leaves nothing behind.
    resolveLink([options]);
    this.#setLayers([...this.#layers, layer]);
    return () => this.#setLayers(this.#layers.filter((other) => other !== layer));
  }

  linkOf(from: string, to: string): ResolvedLink {
    if (!this.#hasScopes) return this.#defaultLink;
    let links = this.#linksFrom.get(from);
    if (links === undefined) {
      links = new Map();
      this.#linksFrom.set(from, links);
    }
    let link = links.get(to);
    if (link === undefined) {
      link = this.#resolve(from, to);
      links.set(to, link);
    }
    return link;
  }

  #resolve(from: string, to: string): ResolvedLink {
    const [base, ...overrides] = this.#layers.filter(
      (layer) => layer.from?.has(from) !== false && layer.to?.has(to) !== false,
    );
    const own = this.#linkBetween?.(from, to);
    const layers = [base?.options ?? {}, ...(own === undefined ? [] : [own])];
    if (overrides.length > 0 || own === undefined) {
      return resolveLink([...layers, ...overrides.map(({ options }) => options)]);
    }
    let link = this.#resolved.get(own);
    if (link === undefined) {
      link = resolveLink(layers);
      this.#resolved.set(own, link);
    }
    return link;
  }

  #setLayers(layers: LinkLayer[]): void {
    this.#layers = layers;
    this.#linksFrom.clear();
    const general = layers.filter(({ from, to }) => from === undefined && to === undefined);
    this.#hasScopes = general.length !== layers.length || this.#linkBetween !== undefined;
    this.#defaultLink = resolveLink(general.map(({ options }) => options));
  }
}

function hostSet(hosts: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (hosts === undefined) return undefined;
  return new Set(typeof hosts === 'string' ? [hosts] : hosts);
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
