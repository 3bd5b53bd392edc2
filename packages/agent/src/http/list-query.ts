import { type CompiledFilter, compileFilter } from '../endpoints/filter-expression.js';
import type { FilterField } from '../endpoints/filter-schema.js';
import type { TextMap } from '../state/domain.js';
import type { NodesRequest } from '../wire/catalog-messages.js';
import type { ApiRequest } from './api-request.js';
import { HttpError } from './http-error.js';
import type { HttpConfig } from './route.js';

/** Which nodes are wanted and in what order. */
export function nodesRequestOf(request: ApiRequest, config: HttpConfig): NodesRequest {
  return { nodeMeta: nodeMetaOf(request), near: nearOf(request, config) };
}

function nodeMetaOf(request: ApiRequest): TextMap {
  const pairs = request.query.getAll('node-meta').map((pair): [string, string] => {
    const at = pair.indexOf(':');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}

/** Distances are known within this datacenter only, so elsewhere nothing is sorted. */
function nearOf(request: ApiRequest, config: HttpConfig): string {
  if (isElsewhere(request, config)) return '';
  const near = request.text('near');
  return near === '_agent' ? config.nodeName : near;
}

/** Whether a request is for another datacenter than this agent's. */
export function isElsewhere(request: ApiRequest, config: HttpConfig): boolean {
  const { datacenter } = request;
  return datacenter !== '' && datacenter !== config.datacenter;
}

/** Whether addresses in the answer are to be those that are reached from afar. */
export function isTranslated(request: ApiRequest, config: HttpConfig): boolean {
  return config.translateWanAddresses && isElsewhere(request, config);
}

/** Keeps the views that the caller's filter wants. */
export interface ListFilter {
  list<View>(views: readonly View[]): readonly View[];
  /** The filter looks at the values. */
  map<View>(views: Readonly<Record<string, View>>): Readonly<Record<string, View>>;
}

/**
 * The caller's filter, which is compiled before anything is read.
 *
 * @throws HttpError 400 where it is none.
 */
export function filterOf(request: ApiRequest, schema: FilterField): ListFilter {
  const expression = request.text('filter');
  if (expression === '') return { list: (views) => views, map: (views) => views };
  const filter: CompiledFilter = compileFilter(expression, schema);
  if (filter.type === 'failure') throw new HttpError(400, filter.message);
  const { matches } = filter;
  return {
    list: (views) => views.filter(matches),
    map: (views) => Object.fromEntries(Object.entries(views).filter(([, view]) => matches(view))),
  };
}
