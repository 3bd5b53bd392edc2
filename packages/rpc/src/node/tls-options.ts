import {
  type ConnectionOptions,
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  type SecureVersion,
  type TlsOptions as ServerTlsOptions,
} from 'node:tls';
import { checkOptions, type OptionRule, type OptionRules, option } from '@konsul/runtime';
import { RpcError, refuseOption } from '../errors.js';

/** One generation of certificates, all in PEM. */
export interface TlsMaterial {
  /** Our certificate, with intermediates behind it. */
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** The authorities that certificates of our peers must come from. */
  readonly authorityPem: string;
}

export interface TlsOptions extends TlsMaterial {
  /** Ends the names in server certificates, `server.<datacenter>.<domain>`. Default `consul`. */
  readonly domain?: string;
  /** Default TLSv1.2. */
  readonly minVersion?: Extract<SecureVersion, 'TLSv1.2' | 'TLSv1.3'>;
  /**
   * Diallers insist on the name of the datacenter that they mean to reach, so that a certificate
   * of the same authority that belongs to no server there does not pass. Default true.
   */
  readonly isServerNameVerified?: boolean;
}

/** Certificates in use: both ends prove who they are, and new material can replace them. */
export interface TlsCredentials {
  /** What a listener needs. */
  acceptOptions(): ServerTlsOptions;
  /** What a dialler needs to reach a server of `datacenter`; undefined accepts any datacenter. */
  dialOptions(datacenter: string | undefined): ConnectionOptions;
  /**
   * Uses other certificates for connections made from now on; open ones keep theirs.
   *
   * @throws RpcError `INVALID_TLS`; the old ones then stay in use.
   */
  reload(material: TlsMaterial): void;
  /** Calls back after each reload. @returns what ends that. */
  onReload(listener: () => void): () => void;
}

const RULES: OptionRules<TlsOptions> = {
  required: {
    certificatePem: option.text,
    privateKeyPem: option.text,
    authorityPem: option.text,
  },
  optional: {
    domain: option.text,
    minVersion: option.oneOf('TLSv1.2', 'TLSv1.3'),
    isServerNameVerified: option.flag,
  },
};

/** Certificates, as an option. */
export const tlsRule: OptionRule = option.methods<TlsCredentials>(
  'acceptOptions',
  'dialOptions',
  'onReload',
);

/** The name that certificates of a datacenter's servers carry. Source: Consul's TLS convention. */
export function serverNameOf(datacenter: string, domain: string): string {
  return `server.${datacenter}.${domain}`;
}

/**
 * Loads certificates for mutual TLS, version 1.2 or newer.
 *
 * @throws RpcError `INVALID_CONFIG`, and `INVALID_TLS` when the certificate, key or authorities cannot be used together.
 */
export function createTlsCredentials(options: TlsOptions): TlsCredentials {
  checkOptions(options, RULES, refuseOption);
  const { domain = 'consul', minVersion = 'TLSv1.2', isServerNameVerified = true } = options;
  const listeners = new Set<() => void>();
  let loaded = load(options, minVersion);

  return {
    acceptOptions: () => ({
      ...loaded.pem,
      minVersion,
      requestCert: true,
      rejectUnauthorized: true,
    }),
    dialOptions(datacenter) {
      const base = { secureContext: loaded.context, rejectUnauthorized: true };
      if (!isServerNameVerified) return { ...base, checkServerIdentity: () => undefined };
      if (datacenter === undefined)
        return { ...base, checkServerIdentity: (_, peer) => checkIsServer(peer, domain) };
      const servername = serverNameOf(datacenter, domain);
      return {
        ...base,
        servername,
        checkServerIdentity: (_, peer) => checkServerIdentity(servername, peer),
      };
    },
    reload(material) {
      loaded = load(material, minVersion);
      for (const listener of listeners) listener();
    },
    onReload(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

interface LoadedMaterial {
  readonly pem: { readonly cert: string; readonly key: string; readonly ca: string };
  readonly context: ReturnType<typeof createSecureContext>;
}

function load(material: TlsMaterial, minVersion: SecureVersion): LoadedMaterial {
  const pem = {
    cert: material.certificatePem,
    key: material.privateKeyPem,
    ca: material.authorityPem,
  };
  try {
    return { pem, context: createSecureContext({ ...pem, minVersion }) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RpcError('INVALID_TLS', `certificates cannot be used: ${reason}`, { cause });
  }
}

/** Accepts the name of a server of any datacenter, for a dialler that was only given an address. */
function checkIsServer(peer: PeerCertificate, domain: string): Error | undefined {
  const names = (peer.subjectaltname ?? '').split(', ').map((name) => name.replace(/^DNS:/, ''));
  const isServer = names.some(
    (name) =>
      name.startsWith('server.') &&
      name.endsWith(`.${domain}`) &&
      name.length > `server..${domain}`.length,
  );
  return isServer ? undefined : new Error(`certificate is for ${names.join(', ')}, not a server`);
}
