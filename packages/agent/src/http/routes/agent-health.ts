import type { LocalCheck } from '../../local/local-agent.js';
import type { ServiceDefinition } from '../../state/domain.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, text, withHeaders } from '../api-response.js';
import type { Route, RouteContext } from '../route.js';
import { checkView } from '../views/check-view.js';
import { agentServiceView } from '../views/service-view.js';

/** How well a service of this machine is, all its checks taken together. */
type AggregatedStatus = 'passing' | 'warning' | 'critical' | 'maintenance';

/** From best to worst. */
const severity: readonly AggregatedStatus[] = ['passing', 'warning', 'critical', 'maintenance'];

/** So that a load balancer needs to look at nothing else. */
const statusCodes: Readonly<Record<AggregatedStatus, number>> = {
  passing: 200,
  warning: 429,
  critical: 503,
  maintenance: 503,
};

/** The health of this machine's services, by id and by name. */
export function agentHealthRoutes(context: RouteContext): readonly Route[] {
  return [
    {
      path: '/v1/agent/health/service/id/*',
      methods: { GET: (request) => healthOfId(context, request) },
    },
    {
      path: '/v1/agent/health/service/name/*',
      methods: { GET: (request) => healthOfName(context, request) },
    },
  ];
}

function healthOfId(context: RouteContext, request: ApiRequest): ApiResponse {
  const id = request.requiredTail('Missing serviceID');
  const service = context.local.services.services().get(id);
  if (service === undefined) {
    return answer(request, {
      code: 404,
      word: 'critical',
      reason: `ServiceId ${id} not found`,
      view: { AggregatedStatus: 'critical', Service: null, Checks: null },
    });
  }
  const { status, view } = serviceHealth(context, service);
  return answer(request, { code: statusCodes[status], word: status, reason: status, view });
}

function healthOfName(context: RouteContext, request: ApiRequest): ApiResponse {
  const name = request.requiredTail('Missing service Name');
  const found = [...context.local.services.services().values()]
    .filter(({ service }) => service === name)
    .map((service) => serviceHealth(context, service));
  if (found.length === 0) {
    const reason = `ServiceName ${name} Not Found`;
    return answer(request, { code: 404, word: 'critical', reason, view: [] });
  }
  const status = worst(found.map((health) => health.status));
  const view = found.map((health) => health.view);
  return answer(request, { code: statusCodes[status], word: status, reason: status, view });
}

function serviceHealth(
  { local, config }: RouteContext,
  service: ServiceDefinition,
): { readonly status: AggregatedStatus; readonly view: object } {
  const checks = [...local.services.checks().values()].filter(
    ({ serviceId }) => serviceId === '' || serviceId === service.id,
  );
  const status = worst(checks.map(statusOfCheck));
  const view = {
    AggregatedStatus: status,
    Service: agentServiceView(service, config.datacenter),
    Checks: checks.map(checkView),
  };
  return { status, view };
}

function statusOfCheck({ checkId, status }: LocalCheck): AggregatedStatus {
  const isMaintenance =
    checkId === '_node_maintenance' || checkId.startsWith('_service_maintenance:');
  return isMaintenance ? 'maintenance' : status;
}

function worst(statuses: readonly AggregatedStatus[]): AggregatedStatus {
  const ranks = statuses.map((status) => severity.indexOf(status));
  return severity[Math.max(0, ...ranks)] ?? 'critical';
}

interface HealthAnswer {
  readonly code: number;
  /** All that is said where only a word is wanted. */
  readonly word: AggregatedStatus;
  readonly reason: string;
  readonly view: unknown;
}

function answer(request: ApiRequest, { code, word, reason, view }: HealthAnswer): ApiResponse {
  const headers: Record<string, string> =
    code === 200 ? {} : { 'X-Consul-Reason': headerText(reason) };
  if (wantsText(request)) return withHeaders(text(code, word), headers);
  return { type: 'json', value: view, status: code, headers };
}

/** A name in the path may hold what no header can. */
function headerText(reason: string): string {
  return reason.replace(/[^ -~]/g, '?');
}

function wantsText(request: ApiRequest): boolean {
  const format = request.text('format');
  if (format !== '') return format === 'text';
  const accepted = request.header('accept');
  return accepted.includes('text/plain') && !accepted.includes('application/json');
}
