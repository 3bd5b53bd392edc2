import type { Clock, Logger, Rng } from '@konsul/runtime';
import type { AgentConfig } from '../config/agent-config.js';
import type {
  AclSettings,
  AclTokenSettings,
  HttpSettings,
  LimitSettings,
} from '../config/settings-sections.js';
import type { LocalAgent } from '../local/local-agent.js';
import type { RequestGateway } from '../request/gateway.js';
import type { ApiRequest } from './api-request.js';
import type { ApiResponse } from './api-response.js';

/** What of the agent's configuration the HTTP API looks at. */
export interface HttpConfig
  extends Pick<
    AgentConfig,
    | 'datacenter'
    | 'nodeName'
    | 'isDev'
    | 'translateWanAddresses'
    | 'discoveryMaxStaleMs'
    | 'disableCoordinates'
  > {
  readonly http: HttpSettings;
  readonly limits: Pick<LimitSettings, 'httpMaxConnectionsPerClient' | 'kvMaxValueBytes'>;
  readonly acl: Pick<AclSettings, 'isEnabled' | 'defaultPolicy'> & {
    readonly tokens: Pick<AclTokenSettings, 'default'>;
  };
}

/** What routes answer from. */
export interface RouteContext {
  readonly gateway: RequestGateway;
  readonly local: LocalAgent;
  readonly config: HttpConfig;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly logger: Logger;
}

/** Methods of the API. */
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** Answers one method of one path. */
export type RouteHandler = (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;

/** A path of the API. */
export interface Route {
  /**
   * With `:name` for one part of the path, and `*` at the end for all that is left, slashes
   * included; that may be nothing.
   */
  readonly path: string;
  /** In the order in which they are shown to those who ask. */
  readonly methods: Readonly<Partial<Record<HttpMethod, RouteHandler>>>;
}
