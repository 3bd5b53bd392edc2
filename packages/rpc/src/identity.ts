import { nestedOptions, type OptionRule, type OptionRules, option } from '@konsul/runtime';
import { boundedOption, DEFAULT_FRAME_BYTES_MAX, FRAME_BYTES_BOUNDS } from './config.js';
import { type PeerIdentity, POOLING_CAPABILITY } from './core/index.js';

/** Who we are to our peers. */
export interface IdentityOptions {
  /** Not empty; peers refuse who should belong to another. */
  readonly datacenter: string;
  /** Not empty; what peers call us in their logs and handlers. */
  readonly nodeName: string;
  /** Default empty. */
  readonly nodeId?: string;
  /** Default `['pooling']`; an empty list asks peers for a connection per message. */
  readonly capabilities?: readonly string[];
  /** Largest frame that we take, 4 KiB to 256 MiB. Default 16 MiB. */
  readonly frameBytesMax?: number;
}

const IDENTITY_RULES: OptionRules<IdentityOptions> = {
  required: { datacenter: option.text, nodeName: option.text },
  optional: {
    nodeId: option.rule('a text', (value) => typeof value === 'string'),
    capabilities: option.texts,
    frameBytesMax: option.anything,
  },
};

/** Who we are, as an option. */
export const identityRule: OptionRule = nestedOptions(IDENTITY_RULES);

/**
 * Completes an identity.
 *
 * @throws RpcError `INVALID_CONFIG`.
 */
export function resolveIdentity(options: IdentityOptions): PeerIdentity {
  const { datacenter, nodeName, nodeId = '', capabilities = [POOLING_CAPABILITY] } = options;
  const { frameBytesMax } = options;
  return {
    datacenter,
    nodeName,
    nodeId,
    capabilities,
    frameBytesMax: boundedOption({ frameBytesMax }, DEFAULT_FRAME_BYTES_MAX, FRAME_BYTES_BOUNDS),
  };
}
