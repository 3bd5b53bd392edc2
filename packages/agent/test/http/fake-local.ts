import type { CheckDefinition as CheckRegistration } from '../../src/config/definitions.js';
import type {
  AgentControl,
  AgentMember,
  LocalAgent,
  LocalCheck,
  LocalServices,
  MaintenanceRequest,
  ServiceRegistration,
  TtlReport,
} from '../../src/local/local-agent.js';
import { RequestError } from '../../src/request/request-error.js';
import { emptyCheckProbe } from '../../src/state/check-probe.js';
import type { ServiceDefinition } from '../../src/state/domain.js';
import { LogBuffer } from '../../src/telemetry/log-buffer.js';

/** Keeps what it is given and carries nothing anywhere. */
class FakeServices implements LocalServices {
  readonly registrations: ServiceRegistration[] = [];
  readonly checkRegistrations: { check: CheckRegistration; token: string }[] = [];
  readonly maintenance: { id: string; request: MaintenanceRequest }[] = [];
  readonly #services = new Map<string, ServiceDefinition>();
  readonly #checks = new Map<string, LocalCheck>();
  readonly #listeners = new Set<() => void>();

  services(): ReadonlyMap<string, ServiceDefinition> {
    return this.#services;
  }
  checks(): ReadonlyMap<string, LocalCheck> {
    return this.#checks;
  }

  async registerService(registration: ServiceRegistration): Promise<void> {
    const { service } = registration;
    if (service.service === '') throw new RequestError('INVALID', 'Missing service name');
    this.registrations.push(registration);
    const id = service.id || service.service;
    this.#services.set(id, { ...service, id });
    this.#changed();
  }
  async deregisterService(id: string): Promise<void> {
    if (this.#services.delete(id)) this.#changed();
    else {
      const hint = 'Ensure that the service ID is passed, not the service name.';
      throw new RequestError('NOT_FOUND', `Unknown service ID "${id}". ${hint}`);
    }
  }
  async setServiceMaintenance(id: string, request: MaintenanceRequest): Promise<void> {
    this.maintenance.push({ id, request });
    this.setCheck({ checkId: `_service_maintenance:${id}`, serviceId: id, status: 'critical' });
  }
  async setNodeMaintenance(request: MaintenanceRequest): Promise<void> {
    this.maintenance.push({ id: '', request });
  }
  async registerCheck(check: CheckRegistration, token: string): Promise<void> {
    this.checkRegistrations.push({ check, token });
    this.setCheck({ checkId: check.id ?? check.name ?? '', name: check.name ?? '' });
  }
  async deregisterCheck(id: string): Promise<void> {
    this.#checks.delete(id);
  }
  async updateTtl(id: string, report: TtlReport): Promise<void> {
    if (!this.#checks.has(id)) {
      throw new RequestError('INVALID', `CheckID "${id}" does not have associated TTL`);
    }
    this.setCheck({ checkId: id, ...report });
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many wait for a change. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  setCheck(check: Partial<LocalCheck> & { readonly checkId: string }): void {
    this.#checks.set(check.checkId, {
      node: 'node-1',
      name: '',
      status: 'critical',
      notes: '',
      output: '',
      serviceId: '',
      serviceName: '',
      serviceTags: [],
      type: 'ttl',
      interval: '',
      timeout: '',
      exposedPort: 0,
      probe: emptyCheckProbe,
      ...this.#checks.get(check.checkId),
      ...check,
    });
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const versions = { min: 1, max: 5, current: 2 };
const member: AgentMember = {
  name: 'node-1',
  endpoint: { host: '10.0.0.1', port: 8301 },
  tags: { role: 'consul', dc: 'dc1' },
  status: 'alive',
  gossipVersions: versions,
  serfVersions: { min: 2, max: 5, current: 4 },
};

/** Notes what it is told to do. */
class FakeControl implements AgentControl {
  readonly calls: unknown[] = [];
  readonly logs: LogBuffer = new LogBuffer();
  wanMembers: readonly AgentMember[] | undefined;
  failure: RequestError | undefined;

  self(): ReturnType<AgentControl['self']> {
    return {
      datacenter: 'dc1',
      primaryDatacenter: 'dc1',
      nodeName: 'node-1',
      nodeId: '4f8f1c2a-0000-4000-8000-000000000001',
      isServer: true,
      version: '1.2.3',
      meta: { rack: 'a' },
      coordinate: { vector: [0, 0, 0, 0, 0, 0, 0, 0], error: 1.5, adjustment: 0, height: 0.1 },
      member,
      debugConfig: { Datacenter: 'dc1' },
      stats: { consul: { server: 'true' } },
    };
  }
  members(request: Parameters<AgentControl['members']>[0]): readonly AgentMember[] | undefined {
    this.calls.push({ members: request });
    if (request.isWan) return this.wanMembers;
    return [member, { ...member, name: 'node-2', status: 'failed' }];
  }
  join(address: string, options: { readonly isWan: boolean }): Promise<void> {
    return this.#note({ join: address, ...options });
  }
  leave(): Promise<void> {
    return this.#note('leave');
  }
  forceLeave(request: Parameters<AgentControl['forceLeave']>[0]): Promise<void> {
    return this.#note({ forceLeave: request });
  }
  reload(): Promise<void> {
    return this.#note('reload');
  }
  metrics(): ReturnType<AgentControl['metrics']> {
    return { startedAtWallMs: 0, gauges: [], counters: [], samples: [] };
  }
  prometheus(): ReturnType<AgentControl['prometheus']> {
    return undefined;
  }

  async #note(call: unknown): Promise<void> {
    this.calls.push(call);
    if (this.failure !== undefined) throw this.failure;
  }
}

/** A machine of which tests see and decide everything. */
export interface FakeLocal extends LocalAgent {
  readonly services: FakeServices;
  readonly control: FakeControl;
}

export function createFakeLocal(): FakeLocal {
  return { services: new FakeServices(), control: new FakeControl() };
}
