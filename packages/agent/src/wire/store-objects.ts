import { byteStringOf, bytesOf } from '../state/byte-string.js';
import type { Area, Coordinate, KvPair } from '../state/domain.js';
import { asList } from './catalog-objects.js';
import type { agent } from './gen/agent.js';

/** The halves of an unsigned 64-bit number. */
export interface FlagHalves {
  readonly flagsLow: number;
  readonly flagsHigh: number;
}

/** The flags of a pair as two numbers, which messages and engines handle well. */
export function writeFlags(flags: bigint): FlagHalves {
  if (flags === 0n) return { flagsLow: 0, flagsHigh: 0 };
  return {
    flagsLow: Number(BigInt.asUintN(32, flags)),
    flagsHigh: Number(BigInt.asUintN(32, flags >> 32n)),
  };
}

/** The flags of a pair from its halves. */
export function readFlags(low: number | null | undefined, high: number | null | undefined): bigint {
  if (!low && !high) return 0n;
  return (BigInt(high ?? 0) << 32n) | BigInt(low ?? 0);
}

/** A copy of bytes that were read: what is kept must not hold the whole message in memory. */
export function ownBytes(bytes: Uint8Array | null | undefined): Uint8Array {
  return bytes === null || bytes === undefined ? new Uint8Array(0) : new Uint8Array(bytes);
}

/** The byte string of bytes that were read. */
export function readKey(bytes: Uint8Array | null | undefined): string {
  return bytes === null || bytes === undefined ? '' : byteStringOf(bytes);
}

/** The message of a pair. */
export function writeKvPair(pair: KvPair): agent.KvPair.$Properties {
  return {
    key: bytesOf(pair.key),
    value: pair.value,
    ...writeFlags(pair.flags),
    lockIndex: pair.lockIndex,
    session: pair.session,
    createIndex: pair.createIndex,
    modifyIndex: pair.modifyIndex,
  };
}

/** A pair; its value is a copy. */
export function readKvPair(wire: agent.KvPair.$Properties): KvPair {
  return {
    key: readKey(wire.key),
    value: ownBytes(wire.value),
    flags: readFlags(wire.flagsLow, wire.flagsHigh),
    lockIndex: wire.lockIndex ?? 0,
    session: wire.session ?? '',
    createIndex: wire.createIndex ?? 0,
    modifyIndex: wire.modifyIndex ?? 0,
  };
}

/** The message of an area. */
export function writeArea(area: Partial<Area>): agent.Area.$Properties {
  return { ...area, retryJoin: asList(area.retryJoin ?? []) };
}

/** An area, or the definition of one. */
export function readArea(wire: agent.Area.$Properties): Area {
  return {
    id: wire.id ?? '',
    peerDatacenter: wire.peerDatacenter ?? '',
    retryJoin: [...(wire.retryJoin ?? [])],
    useTls: wire.useTls ?? false,
    createIndex: wire.createIndex ?? 0,
    modifyIndex: wire.modifyIndex ?? 0,
  };
}

/** The message of a coordinate. */
export function writeCoordinate(coordinate: Coordinate): agent.Coordinate.$Properties {
  const { vector, ...rest } = coordinate.position;
  return {
    node: coordinate.node,
    segment: coordinate.segment,
    vector: asList(vector),
    ...rest,
  };
}

/** A coordinate. */
export function readCoordinate(wire: agent.Coordinate.$Properties): Coordinate {
  return {
    node: wire.node ?? '',
    segment: wire.segment ?? '',
    position: {
      vector: [...(wire.vector ?? [])],
      error: wire.error ?? 0,
      adjustment: wire.adjustment ?? 0,
      height: wire.height ?? 0,
    },
  };
}
