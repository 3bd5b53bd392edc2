import type {
  AreaCommand,
  Command,
  KvCommand,
  RegisterCommand,
  UnknownCommand,
} from '../commands/command.js';
import { bytesOf } from '../state/byte-string.js';
import { readCheck, readNode, readService, writeCheck, writeService } from './catalog-objects.js';
import { type Codec, codecOf, isMalformed, type Malformed } from './codec.js';
import { agent as wire } from './gen/agent.js';
import {
  ownBytes,
  readArea,
  readCoordinate,
  readFlags,
  readKey,
  writeArea,
  writeCoordinate,
  writeFlags,
} from './store-objects.js';

/** The format of command bodies that this release writes, and the newest it understands. */
export const commandVersion = 1;

const kvOperation = wire.KvCommand.Operation;
const areaOperation = wire.AreaCommand.Operation;

/** Commands as the bytes of log entries. */
export const commandCodec: Codec<Command | UnknownCommand> = codecOf({
  encode: (command) => wire.Command.encode(toMessage(command)).finish(),
  decode: (bytes) => fromMessage(wire.Command.decode(bytes)),
});

/** A codec of the commands of some types: what the request of a write endpoint consists of. */
export function commandFamilyCodec<Type extends Command['type']>(
  ...types: readonly Type[]
): Codec<Extract<Command, { type: Type }>> {
  type Member = Extract<Command, { type: Type }>;
  const isMember = (command: Command | UnknownCommand | Malformed): command is Member =>
    (types as readonly string[]).includes(command.type);
  return {
    encode: (command) => commandCodec.encode(command),
    decode(bytes) {
      const command = commandCodec.decode(bytes);
      if (isMember(command)) return command;
      if (isMalformed(command)) return command;
      return {
        type: 'malformed',
        reason: `a command of type ${command.type} does not belong here`,
      };
    },
  };
}

/** The log entry of a command. */
export function encodeCommand(command: Command): Uint8Array {
  return commandCodec.encode(command);
}

function toMessage(command: Command | UnknownCommand): wire.Command.$Properties {
  const version = commandVersion;
  switch (command.type) {
    case 'kv-set':
    case 'kv-cas':
    case 'kv-delete':
    case 'kv-delete-cas':
    case 'kv-delete-tree':
      return { version, kv: toKv(command) };
    case 'register':
      return { version, register: toRegister(command) };
    case 'deregister': {
      const { type, ...deregister } = command;
      return { version, deregister };
    }
    case 'area-create':
    case 'area-update':
    case 'area-delete':
      return { version, area: toArea(command) };
    case 'coordinates':
      return {
        version,
        coordinate: { coordinates: command.coordinates.map(writeCoordinate) },
      };
    case 'reap-tombstones':
      return { version, reap: { upToIndex: command.upToIndex } };
    case 'unknown':
      return { version: command.version, isIgnorable: command.isIgnorable };
  }
}

function toKv(command: KvCommand): wire.KvCommand.$Properties {
  switch (command.type) {
    case 'kv-set':
      return { operation: kvOperation.SET, ...toKvWrite(command) };
    case 'kv-cas':
      return {
        operation: kvOperation.CAS,
        ...toKvWrite(command),
        expectedIndex: command.expectedIndex,
      };
    case 'kv-delete':
      return { operation: kvOperation.DELETE, key: bytesOf(command.key) };
    case 'kv-delete-cas':
      return {
        operation: kvOperation.DELETE_CAS,
        key: bytesOf(command.key),
        expectedIndex: command.expectedIndex,
      };
    case 'kv-delete-tree':
      return { operation: kvOperation.DELETE_TREE, key: bytesOf(command.prefix) };
  }
}

function toKvWrite(write: { key: string; value: Uint8Array; flags: bigint }): {
  key: Uint8Array;
  value: Uint8Array;
  flagsLow: number;
  flagsHigh: number;
} {
  return { key: bytesOf(write.key), value: write.value, ...writeFlags(write.flags) };
}

function toRegister(command: RegisterCommand): wire.RegisterCommand.$Properties {
  return {
    node: command.node,
    skipNodeUpdate: command.skipNodeUpdate,
    service: command.service === undefined ? null : writeService(command.service),
    checks: command.checks.map(writeCheck),
  };
}

function toArea(command: AreaCommand): wire.AreaCommand.$Properties {
  switch (command.type) {
    case 'area-create': {
      const { type, datacenter, ...area } = command;
      return { operation: areaOperation.CREATE, area: writeArea(area), datacenter };
    }
    case 'area-update': {
      const { id, useTls } = command;
      return { operation: areaOperation.UPDATE, area: { id, useTls } };
    }
    case 'area-delete':
      return { operation: areaOperation.DELETE, area: { id: command.id } };
  }
}

function fromMessage(message: wire.Command): Command | UnknownCommand {
  const unknown: UnknownCommand = {
    type: 'unknown',
    version: message.version,
    isIgnorable: message.isIgnorable,
  };
  if (message.version !== commandVersion) return unknown;
  const { kv, register, deregister, area, coordinate, reap } = message;
  if (kv) return fromKv(kv) ?? unknown;
  if (register) return fromRegister(register);
  if (deregister) {
    return {
      type: 'deregister',
      node: deregister.node ?? '',
      serviceId: deregister.serviceId ?? '',
      checkId: deregister.checkId ?? '',
      datacenter: deregister.datacenter ?? '',
    };
  }
  if (area) return fromArea(area) ?? unknown;
  if (coordinate) {
    return { type: 'coordinates', coordinates: (coordinate.coordinates ?? []).map(readCoordinate) };
  }
  return reap ? { type: 'reap-tombstones', upToIndex: reap.upToIndex ?? 0 } : unknown;
}

function fromKv(message: wire.KvCommand.$Properties): KvCommand | undefined {
  const key = readKey(message.key);
  switch (message.operation) {
    case kvOperation.SET:
      return { type: 'kv-set', key, ...fromKvWrite(message) };
    case kvOperation.CAS: {
      const expectedIndex = message.expectedIndex ?? 0;
      return { type: 'kv-cas', expectedIndex, key, ...fromKvWrite(message) };
    }
    case kvOperation.DELETE:
      return { type: 'kv-delete', key };
    case kvOperation.DELETE_CAS:
      return { type: 'kv-delete-cas', key, expectedIndex: message.expectedIndex ?? 0 };
    case kvOperation.DELETE_TREE:
      return { type: 'kv-delete-tree', prefix: key };
    default:
      return undefined;
  }
}

function fromKvWrite(message: wire.KvCommand.$Properties): { value: Uint8Array; flags: bigint } {
  return {
    value: ownBytes(message.value),
    flags: readFlags(message.flagsLow, message.flagsHigh),
  };
}

function fromRegister(message: wire.RegisterCommand.$Properties): RegisterCommand {
  return {
    type: 'register',
    node: readNode(message.node ?? {}),
    skipNodeUpdate: message.skipNodeUpdate ?? false,
    ...(message.service ? { service: readService(message.service) } : {}),
    checks: (message.checks ?? []).map(readCheck),
  };
}

function fromArea(message: wire.AreaCommand.$Properties): AreaCommand | undefined {
  const { id, peerDatacenter, retryJoin, useTls } = readArea(message.area ?? {});
  switch (message.operation) {
    case areaOperation.CREATE: {
      const datacenter = message.datacenter ?? '';
      return { type: 'area-create', id, datacenter, peerDatacenter, retryJoin, useTls };
    }
    case areaOperation.UPDATE:
      return { type: 'area-update', id, useTls };
    case areaOperation.DELETE:
      return { type: 'area-delete', id };
    default:
      return undefined;
  }
}
