import type { FuzzTarget } from '../../../../tools/fuzz/campaign.js';
import { swimCoreTarget } from './core-target.js';
import { labelledPacketTarget, packetTarget, sealedPacketTarget } from './packet-targets.js';
import { sealedContentTarget, sealedStreamTarget, streamTarget } from './stream-targets.js';
import { lzwTarget, msgpackTarget } from './value-targets.js';

/** Everything of this package that reads bytes of strangers. */
export const fuzzTargets: readonly FuzzTarget[] = [
  packetTarget,
  sealedPacketTarget,
  labelledPacketTarget,
  streamTarget,
  sealedStreamTarget,
  sealedContentTarget,
  lzwTarget,
  msgpackTarget,
  swimCoreTarget,
];
