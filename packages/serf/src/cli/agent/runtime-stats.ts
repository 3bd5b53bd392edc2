import { availableParallelism, cpus } from 'node:os';
import type { IpcStats } from '../../ipc/ipc-response.js';
import type { EventScript } from './event-script.js';

/** Go's names where they are others than Node's. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };

/**
 * What is known of the process, under the names that Serf's agent has for it. Where Go counts
 * goroutines, what keeps the event loop busy is counted.
 */
export function runtimeStats(scripts: readonly EventScript[]): IpcStats {
  const handlers = scripts.map(({ filter, script }) => [`${filter.kind}:${filter.name}`, script]);
  return {
    runtime: {
      os: SYSTEMS[process.platform] ?? process.platform,
      arch: ARCHITECTURES[process.arch] ?? process.arch,
      version: `node${process.versions.node}`,
      max_procs: String(availableParallelism()),
      goroutines: String(process.getActiveResourcesInfo().length),
      cpu_count: String(cpus().length),
    },
    event_handlers: Object.fromEntries(handlers),
  };
}
