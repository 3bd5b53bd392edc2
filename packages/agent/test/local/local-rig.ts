import { seededRng, silentLogger, silentMetrics } from '@konsul/runtime';
import { VirtualClock, VirtualDisk } from '@konsul/simulation';
import { defaultSettings } from '../../src/config/defaults.js';
import type { CheckDefinition } from '../../src/config/definitions.js';
import type { ServiceRegistration } from '../../src/local/local-agent.js';
import {
  createLocalServices,
  type LocalServicesConfig,
  type LocalServicesOptions,
  type LocalServicesRuntime,
} from '../../src/local/local-services.js';
import { serviceWith } from '../support/definitions.js';
import { CatalogGateway } from './catalog-gateway.js';

export const localConfig: LocalServicesConfig = {
  ...defaultSettings,
  nodeName: 'n1',
  advertiseAddress: '10.0.0.1',
  advertiseAddressWan: '192.0.2.1',
  nodeMeta: { rack: 'r1' },
  segment: '',
};

/** A registration of a service with what is not said filled in. */
export function registrationOf(
  parts: Parameters<typeof serviceWith>[0],
  checks: readonly CheckDefinition[] = [],
): ServiceRegistration {
  return { service: serviceWith(parts), checks, token: '', replaceExistingChecks: false };
}

/** Lets promises settle that wait for nothing but each other. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** A machine on virtual time and disk, with a catalogue of its own. */
export class LocalRig {
  readonly clock: VirtualClock = new VirtualClock();
  readonly gateway: CatalogGateway = new CatalogGateway();
  readonly disk: VirtualDisk = new VirtualDisk({ rng: seededRng(7) });

  create(parts: Partial<LocalServicesOptions> = {}): LocalServicesRuntime {
    return createLocalServices({
      config: localConfig,
      nodeId: 'id-1',
      gateway: this.gateway,
      clusterSize: () => 1,
      clock: this.clock,
      rng: seededRng(1),
      logger: silentLogger,
      metrics: silentMetrics,
      ...parts,
    });
  }

  /** A started one, whose first comparison is done unless the gateway fails. */
  async start(parts: Partial<LocalServicesOptions> = {}): Promise<LocalServicesRuntime> {
    const local = this.create(parts);
    await local.start();
    await this.pass(1);
    return local;
  }

  /** Lets everything happen that is due within `durationMs`, promises included. */
  async pass(durationMs: number): Promise<void> {
    const endMs = this.clock.nowMs() + durationMs;
    await settle();
    for (;;) {
      const nextMs = this.clock.nextEventMs();
      if (nextMs === undefined || nextMs > endMs) break;
      this.clock.runNext();
      await settle();
    }
    this.clock.moveTo(endMs);
  }
}
