import type { Clock } from '@konsul/runtime';
import type { Keyring } from '@konsul/swim';
import type { Tags } from '../../core/messages.js';
import type { LogBook } from '../../ipc/log-book.js';
import type { SerfOptions } from '../../serf.js';
import type { AgentHost } from './agent-host.js';
import type { AgentSettings } from './agent-settings.js';
import { saveKeyring } from './keyring-file.js';
import type { AgentAddresses } from './resolve-addresses.js';

/** How long agents wait for company of an event. Source: Serf's agent. */
const COALESCE_MS = 3_000;
const QUIESCENT_MS = 1_000;

export interface SerfOptionsParts {
  readonly settings: AgentSettings;
  readonly host: AgentHost;
  readonly clock: Clock;
  readonly logBook: LogBook;
  readonly addresses: AgentAddresses;
  readonly tags: Tags;
  readonly keyring: Keyring | undefined;
}

/** A member as the agent's settings want it. */
export function serfOptionsOf(parts: SerfOptionsParts): SerfOptions {
  const { settings, host, clock, logBook, addresses, tags, keyring } = parts;
  const { keyringFile } = settings;
  return {
    name: settings.nodeName ?? host.hostname(),
    tags,
    profile: settings.profile,
    bind: addresses.bind,
    defaultPort: addresses.bind.port === 0 ? 7_946 : addresses.bind.port,
    clock,
    logger: logBook.logger('serf'),
    wire: { compression: settings.isCompressionEnabled },
    isRejoinAfterLeave: settings.isRejoinAfterLeave,
    ...given('advertise', addresses.advertise),
    ...given('keyring', keyring),
    ...given('snapshotPath', settings.snapshotPath),
    ...(keyringFile === undefined
      ? {}
      : { onKeyringChange: (changed) => saveKeyring(keyringFile, changed, host) }),
    tuning: tuningOf(settings),
  };
}

function tuningOf(settings: AgentSettings): NonNullable<SerfOptions['tuning']> {
  return {
    protocolVersion: settings.protocolVersion,
    memberCoalesceMs: COALESCE_MS,
    memberQuiescentMs: QUIESCENT_MS,
    userCoalesceMs: COALESCE_MS,
    userQuiescentMs: QUIESCENT_MS,
    broadcastTimeoutMs: settings.broadcastTimeoutMs,
    isConflictResolutionEnabled: !settings.isConflictResolutionDisabled,
    isCoordinatesEnabled: !settings.isCoordinatesDisabled,
    isNameValidated: settings.isNameValidated,
    ...given('reconnectIntervalMs', settings.reconnectIntervalMs),
    ...given('reconnectTimeoutMs', settings.reconnectTimeoutMs),
    ...given('tombstoneTimeoutMs', settings.tombstoneTimeoutMs),
    ...given('userEventBytesMax', settings.userEventBytesMax),
    ...given('queryBytesMax', settings.queryBytesMax),
    ...given('queryResponseBytesMax', settings.queryResponseBytesMax),
  };
}

/** A property that is left out rather than undefined. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}
