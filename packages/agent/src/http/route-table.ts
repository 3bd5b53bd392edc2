import createRouter from 'find-my-way';
import type { Route } from './route.js';

/** A route that a path belongs to, and the parts of the path that it leaves open. */
export interface FoundRoute {
  readonly route: Route;
  /** Still percent-encoded, `*` under that name. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** Longest part of a path; the HTTP parser's limit on headers is reached before it. */
const PARAMETER_LENGTH_MAX = 1_048_576;

/** Finds the route of a path, whatever the method. */
export class RouteTable {
  readonly #router = createRouter({ maxParamLength: PARAMETER_LENGTH_MAX });

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#router.on('GET', route.path, neverCalled, route);
  }

  /** @param path still percent-encoded, without a query. */
  find(path: string): FoundRoute | undefined {
    // The router decodes parameters as UTF-8, which a key need not be; what is encoded once more
    // comes out as it came in.
    const found = this.#router.find('GET', path.replaceAll('%', '%25').replaceAll('#', '%23'));
    return found === null ? undefined : { route: found.store as Route, parameters: found.params };
  }
}

function neverCalled(): void {
  // Paths are only looked up; the dispatcher calls the handler of the method.
}
