import type { SwimConfig } from '@konsul/swim';

/** What memberlist has not, switched off, so that the core does as memberlist would. */
export const MEMBERLIST_WAYS: Partial<SwimConfig> = {
  isFirstProbeEager: false,
  probeAttemptCount: 1,
  isRefusalTrusted: false,
  isRecoveryEager: false,
  isAudienceKept: false,
  isEagerGossipEnabled: false,
  isReconnectEnabled: false,
  catchUpDelayMs: 0,
  stallThresholdMs: 0,
};
