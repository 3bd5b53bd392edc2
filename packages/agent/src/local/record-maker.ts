import type { CheckDefinition as CheckRegistration } from '../config/definitions.js';
import { completeService } from './definitions.js';
import type { ServiceRegistration } from './local-agent.js';
import {
  type CheckRecord,
  checkRecordOf,
  namedServiceChecks,
  type Origin,
  type RecordContext,
  type ServiceRecord,
} from './records.js';
import {
  loneCheckProblem,
  type RegistrationLimits,
  serviceCheckProblem,
  serviceProblem,
} from './registration-rules.js';

/** What the settings let a registration do. */
export interface RecordSettings {
  readonly nodeName: string;
  readonly enableScriptChecks: boolean;
  readonly enableLocalScriptChecks: boolean;
}

/** A service with its checks, ready to be put in place. */
export interface ServiceRecords {
  readonly service: ServiceRecord;
  readonly checks: readonly CheckRecord[];
}

/** Makes records of registrations, or says in Consul's words why that cannot be. */
export class RecordMaker {
  readonly #settings: RecordSettings;

  constructor(settings: RecordSettings) {
    this.#settings = settings;
  }

  /** @returns what is wrong where it cannot be. */
  ofService(registration: ServiceRegistration, origin: Origin): ServiceRecords | string {
    const limits = this.#limits(origin);
    const service = completeService(registration.service);
    const { token } = registration;
    const problem = serviceProblem(service);
    if (problem !== undefined) return problem;
    const checks: CheckRecord[] = [];
    for (const check of namedServiceChecks(service, registration.checks)) {
      const checkProblem = serviceCheckProblem(check, limits);
      if (checkProblem !== undefined) return checkProblem;
      checks.push(checkRecordOf(check, this.context(check.token ?? token, origin)));
    }
    return { service: { service, token, origin }, checks };
  }

  /** @returns what is wrong where it cannot be. */
  ofCheck(given: CheckRegistration, token: string, origin: Origin): CheckRecord | string {
    const id = given.id ?? '';
    const check = { ...given, id: id === '' ? (given.name ?? '') : id };
    const problem = loneCheckProblem(check, this.#limits(origin));
    return problem ?? checkRecordOf(check, this.context(token, origin));
  }

  context(token: string, origin: Origin): RecordContext {
    return { nodeName: this.#settings.nodeName, token, origin };
  }

  #limits(origin: Origin): RegistrationLimits {
    const { enableScriptChecks, enableLocalScriptChecks } = this.#settings;
    const isLocal = origin === 'file';
    return { mayRunScripts: enableScriptChecks || (isLocal && enableLocalScriptChecks) };
  }
}
