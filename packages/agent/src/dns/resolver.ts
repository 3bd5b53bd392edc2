import { type Clock, type Rng, shuffle } from '@konsul/runtime';
import type { DnsSettings } from '../config/settings-sections.js';
import {
  type AnswerContext,
  type AnswerSections,
  literalAnswer,
  nameServers,
  nodeAnswer,
  pointerAnswer,
  serviceAnswer,
  soaRecord,
} from './answer.js';
import type { DnsBackend, DnsInstance, DnsOutcome } from './backend.js';
import { type DnsLookup, parseDnsName } from './name.js';
import type { DnsQuery } from './query.js';
import { type DnsRecord, targetOf } from './record.js';
import { type DnsResponse, emptyResponse, RCODE, type Rcode } from './response.js';
import { serviceTtlMs, ttlSeconds } from './ttl.js';

/** What a resolver answers with. */
export interface DnsResolverOptions {
  readonly backend: DnsBackend;
  readonly settings: DnsSettings;
  /** The agent's domains, lower case and ending in a dot; its own first. */
  readonly domains: readonly string[];
  readonly clock: Clock;
  readonly rng: Rng;
  /** Whether questions about other names are passed on, which the server does. */
  readonly hasRecursor: boolean;
  /** Finds addresses of host names that instances are registered with. */
  readonly resolveHost?: (name: string, type: string) => Promise<readonly DnsRecord[]>;
}

/** What became of a question. */
export type Resolution =
  | { readonly type: 'answered'; readonly response: DnsResponse }
  /** Not our name: to be passed on as it came. */
  | { readonly type: 'recurse' };

/** A lookup's result before it becomes a response. */
type Result =
  | {
      readonly type: 'sections';
      readonly sections: AnswerSections;
      /** Say with a SOA record that there is nothing, where there is nothing. */
      readonly hasSoaWhenEmpty: boolean;
      readonly dependsOnClient?: boolean;
      readonly authorities?: readonly DnsRecord[];
    }
  | { readonly type: 'rcode'; readonly rcode: Rcode };

/** Most names inside our domain that a CNAME is followed through. */
const OWN_CNAME_DEPTH_MAX = 3;
const NAME_SERVER_COUNT_MAX = 3;

const MISSING: Result = { type: 'rcode', rcode: RCODE.nameError };
const FAILED: Result = { type: 'rcode', rcode: RCODE.serverFailure };

/** Turns questions into responses with the help of the catalogue. */
export class DnsResolver {
  readonly #options: DnsResolverOptions;

  constructor(options: DnsResolverOptions) {
    this.#options = options;
  }

  /** Answers one question. Never rejects. */
  async resolve(query: DnsQuery, clientAddress: string): Promise<Resolution> {
    const { domains, hasRecursor } = this.#options;
    if (query.edns !== undefined && query.edns.version !== 0) {
      return this.#plain(query, RCODE.badVersion);
    }
    const { lookup, domain } = parseDnsName(query.name, domains, query.type === 'SRV');
    if (lookup.type === 'outside') {
      return hasRecursor ? { type: 'recurse' } : this.#plain(query, RCODE.refused);
    }
    if (query.type === 'AXFR' || query.type === 'IXFR') {
      return this.#plain(query, RCODE.notImplemented);
    }
    const request: Request = { query, lookup, domain, clientAddress };
    const result = await this.#look(request).catch(() => FAILED);
    if (lookup.type === 'pointer' && result === MISSING) {
      return hasRecursor ? { type: 'recurse' } : this.#plain(query, RCODE.serverFailure);
    }
    return { type: 'answered', response: await this.#respond(request, result) };
  }

  async #look(request: Request): Promise<Result> {
    const { lookup, query, domain } = request;
    const { backend, settings } = this.#options;
    switch (lookup.type) {
      case 'node': {
        const outcome = await backend.node(lookup);
        const context = this.#context(request, settings.nodeTtlMs);
        return answered(outcome, (node) => nodeAnswer(node, context), false);
      }
      case 'service':
        return this.#service(request, lookup);
      case 'query':
        return this.#preparedQuery(request, lookup.query, lookup.datacenter);
      case 'address':
        return {
          type: 'sections',
          sections:
            lookup.address === undefined
              ? NOTHING
              : literalAnswer(lookup.address, this.#context(request, settings.nodeTtlMs)),
          hasSoaWhenEmpty: true,
        };
      case 'pointer': {
        const outcome = await backend.pointer(lookup);
        const context = this.#context(request, settings.nodeTtlMs);
        return answered(outcome, (pointer) => pointerAnswer(pointer, context), false);
      }
      case 'apex':
        return this.#apex(query, domain);
      case 'unknown':
      case 'outside':
        return MISSING;
      default:
        return lookup satisfies never;
    }
  }

  async #service(
    request: Request,
    lookup: Extract<DnsLookup, { type: 'service' }>,
  ): Promise<Result> {
    const { backend, settings, rng } = this.#options;
    const outcome = await backend.serviceInstances(lookup);
    if (outcome.type !== 'found') return outcome.type === 'missing' ? MISSING : FAILED;
    const healthy = outcome.value.filter((instance) => this.#isUsable(instance));
    if (healthy.length === 0) return MISSING;
    const context = this.#context(request, serviceTtlMs(lookup.service, settings.serviceTtlMs));
    const sections = serviceAnswer(shuffle(rng, healthy), context);
    return { type: 'sections', sections, hasSoaWhenEmpty: true };
  }

  async #preparedQuery(
    request: Request,
    query: string,
    datacenter: string | undefined,
  ): Promise<Result> {
    const { backend, settings } = this.#options;
    const { clientAddress } = request;
    const outcome = await backend.preparedQuery({ query, datacenter, clientAddress });
    if (outcome.type !== 'found') return outcome.type === 'missing' ? MISSING : FAILED;
    // The query has filtered and ordered its instances by its own rules.
    const { instances, ttlMs } = outcome.value;
    if (instances.length === 0) return MISSING;
    const context = this.#context(request, ttlMs ?? serviceTtlMs(query, settings.serviceTtlMs));
    const sections = serviceAnswer(instances, context);
    return { type: 'sections', sections, hasSoaWhenEmpty: true, dependsOnClient: true };
  }

  async #apex(query: DnsQuery, domain: string): Promise<Result> {
    const { settings, rng, backend } = this.#options;
    const soa = this.#soa(domain);
    const isAny = query.type === 'ANY';
    if (!isAny && query.type !== 'SOA' && query.type !== 'NS') {
      return { type: 'sections', sections: NOTHING, hasSoaWhenEmpty: true };
    }
    const servers = await backend.servers();
    if (servers.type === 'failed') return FAILED;
    const some = servers.type === 'found' ? shuffle(rng, servers.value) : [];
    const named = nameServers(some.slice(0, NAME_SERVER_COUNT_MAX), {
      domain,
      ttlSeconds: ttlSeconds(settings.nodeTtlMs),
    });
    const answers = query.type === 'NS' ? named.answers : isAny ? [soa, ...named.answers] : [soa];
    return {
      type: 'sections',
      sections: { answers, additionals: named.additionals },
      authorities: query.type === 'SOA' ? named.answers : [],
      hasSoaWhenEmpty: true,
    };
  }

  #isUsable(instance: DnsInstance): boolean {
    if (instance.status === 'critical') return false;
    return !this.#options.settings.onlyPassing || instance.status === 'passing';
  }

  #context(request: Request, ttlMs: number): AnswerContext {
    const { settings } = this.#options;
    return {
      name: request.query.name,
      type: request.query.type,
      domain: request.domain,
      ttlSeconds: ttlSeconds(ttlMs),
      hasNodeMetaTxt: settings.nodeMetaTxt,
      aRecordLimit: settings.aRecordLimit,
    };
  }

  async #respond(request: Request, result: Result): Promise<DnsResponse> {
    const base = this.#base(request.query);
    const soa = (): DnsRecord => this.#soa(request.domain);
    if (result.type === 'rcode') {
      const isMissing = result.rcode === RCODE.nameError;
      return { ...base, rcode: result.rcode, authorities: isMissing ? [soa()] : [] };
    }
    const { answers, additionals } = result.sections;
    const isEmpty = answers.length === 0;
    const followed = await this.#followCname(request, answers);
    return {
      ...base,
      answers: [...answers, ...followed],
      authorities: isEmpty && result.hasSoaWhenEmpty ? [soa()] : (result.authorities ?? []),
      additionals,
      dependsOnClient: result.dependsOnClient === true,
    };
  }

  /** Records behind a CNAME answer, from the catalogue or by recursion. */
  async #followCname(request: Request, answers: readonly DnsRecord[]): Promise<DnsRecord[]> {
    const [alias] = answers;
    const depth = request.cnameDepth ?? 0;
    const { type } = request.query;
    if (alias?.type !== 'CNAME' || type === 'CNAME' || depth >= OWN_CNAME_DEPTH_MAX) return [];
    const target = targetOf(alias) ?? '.';
    const { lookup, domain } = parseDnsName(target, this.#options.domains, false);
    if (lookup.type === 'outside') {
      const found = await this.#options.resolveHost?.(target, type).catch(() => []);
      return [...(found ?? [])];
    }
    const query = { ...request.query, name: target };
    const inner: Request = { ...request, query, lookup, domain, cnameDepth: depth + 1 };
    const result = await this.#look(inner).catch(() => FAILED);
    if (result.type === 'rcode') return [];
    const own = result.sections.answers;
    return [...own, ...(await this.#followCname(inner, own))];
  }

  #plain(query: DnsQuery, rcode: Rcode): Resolution {
    return { type: 'answered', response: { ...this.#base(query), rcode, isAuthoritative: false } };
  }

  #base(query: DnsQuery): DnsResponse {
    return {
      ...emptyResponse(query, RCODE.noError),
      isAuthoritative: true,
      isRecursionAvailable: this.#options.hasRecursor,
    };
  }

  #soa(domain: string): DnsRecord {
    const { settings, clock } = this.#options;
    return soaRecord(domain, settings.soa, Math.floor(clock.wallMs() / 1000));
  }
}

interface Request {
  readonly query: DnsQuery;
  readonly lookup: DnsLookup;
  readonly domain: string;
  readonly clientAddress: string;
  readonly cnameDepth?: number;
}

const NOTHING: AnswerSections = { answers: [], additionals: [] };

function answered<T>(
  outcome: DnsOutcome<T>,
  build: (value: T) => AnswerSections,
  hasSoaWhenEmpty: boolean,
): Result {
  if (outcome.type === 'missing') return MISSING;
  if (outcome.type === 'failed') return FAILED;
  return { type: 'sections', sections: build(outcome.value), hasSoaWhenEmpty };
}
