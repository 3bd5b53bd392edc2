import { cpus, freemem, hostname, platform, release, totalmem, uptime } from 'node:os';
import type { LogLevel } from '../../config/settings.js';
import { isAtLeast } from '../../telemetry/log-buffer.js';
import { metricsJson } from '../../telemetry/metrics-json.js';
import { PROMETHEUS_CONTENT_TYPE, prometheusText } from '../../telemetry/prometheus-text.js';
import { VERSION } from '../../version.js';
import type { ApiRequest } from '../api-request.js';
import { type ApiResponse, json, type StreamSink, TEXT_CONTENT_TYPE } from '../api-response.js';
import { HttpError } from '../http-error.js';
import type { Route, RouteContext } from '../route.js';

/** What the agent measures and says, and what it runs on. */
export function agentTelemetryRoutes(context: RouteContext): readonly Route[] {
  return [
    { path: '/v1/agent/metrics', methods: { GET: (request) => getMetrics(context, request) } },
    { path: '/v1/agent/monitor', methods: { GET: (request) => monitor(context, request) } },
    {
      path: '/v1/agent/version',
      methods: { GET: () => json({ SHA: '', HumanVersion: VERSION, FIPS: '' }) },
    },
    { path: '/v1/agent/host', methods: { GET: () => json(hostView(context)) } },
  ];
}

function getMetrics({ local }: RouteContext, request: ApiRequest): ApiResponse {
  if (request.text('format') !== 'prometheus') return json(metricsJson(local.control.metrics()));
  const totals = local.control.prometheus();
  if (totals === undefined) {
    const reason = 'Prometheus is not enabled since its retention time is not positive';
    throw new HttpError(415, reason);
  }
  const bytes = new TextEncoder().encode(prometheusText(totals));
  return { type: 'bytes', bytes, contentType: PROMETHEUS_CONTENT_TYPE };
}

const logLevels: ReadonlyMap<string, LogLevel> = new Map([
  ['', 'info'],
  ['trace', 'trace'],
  ['debug', 'debug'],
  ['info', 'info'],
  ['warn', 'warn'],
  ['err', 'error'],
  ['error', 'error'],
]);

/** The log from the last lines on, for as long as somebody listens. */
function monitor({ local }: RouteContext, request: ApiRequest): ApiResponse {
  const given = request.text('loglevel');
  const level = logLevels.get(given.toLowerCase());
  if (level === undefined) throw new HttpError(400, `Unknown log level: ${given}`);
  const isJson = request.isOn('logjson');
  const produce = ({ write, signal }: StreamSink): Promise<void> =>
    new Promise((resolve) => {
      let droppedCount = 0;
      const send: Parameters<typeof local.control.logs.subscribe>[0] = (line) => {
        if (!isAtLeast(line.level, level)) return;
        const notice = droppedCount === 0 ? '' : `[WARN] monitor left out ${droppedCount} lines\n`;
        const isTaken = write(`${notice}${isJson ? line.json() : line.text}\n`);
        droppedCount = isTaken ? 0 : droppedCount + 1;
      };
      for (const line of local.control.logs.recent()) send(line);
      const unsubscribe = local.control.logs.subscribe(send);
      const finish = (): void => {
        unsubscribe();
        resolve();
      };
      signal.addEventListener('abort', finish);
      if (signal.aborted) finish();
    });
  return { type: 'stream', produce, contentType: TEXT_CONTENT_TYPE };
}

function hostView({ clock }: RouteContext): object {
  const total = totalmem();
  const available = freemem();
  return {
    Memory: { total, available, used: total - available },
    CPU: cpus().map(({ model, speed }, cpu) => ({ cpu, modelName: model, mhz: speed })),
    Host: {
      hostname: hostname(),
      os: platform(),
      kernelVersion: release(),
      uptime: Math.round(uptime()),
    },
    CollectionTime: Math.round(clock.wallMs() * 1e6),
    Errors: null,
  };
}
