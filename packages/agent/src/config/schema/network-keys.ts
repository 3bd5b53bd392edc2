import type { z } from 'zod';
import type {
  AddressSettings,
  DnsSettings,
  GossipSettings,
  HttpSettings,
  PortSettings,
  SegmentSettings,
  SoaSettings,
  TlsListenerSettings,
  TlsSettings,
  UiSettings,
} from '../settings-sections.js';
import { type Fragment, section } from './section.js';
import {
  blocks,
  durationMs,
  flag,
  mapOf,
  oneOf,
  port,
  text,
  textLike,
  textMap,
  texts,
  whole,
} from './values.js';

export const ports: z.ZodType<Fragment<PortSettings>> = section<PortSettings>({
  http: ['http', port()],
  https: ['https', port()],
  dns: ['dns', port()],
  server: ['server', port()],
  serf_lan: ['serfLan', port()],
  serf_wan: ['serfWan', port()],
});

export const addresses: z.ZodType<Fragment<AddressSettings>> = section<AddressSettings>({
  http: ['http', text()],
  https: ['https', text()],
  dns: ['dns', text()],
});

export const segments: z.ZodType<readonly SegmentSettings[]> = blocks(
  section<SegmentSettings>({
    name: [
      'name',
      textLike(/^[A-Za-z0-9_-]{1,64}$/, '1 to 64 of the characters A-Z a-z 0-9 _ and -'),
    ],
    bind: ['bindAddress', text()],
    port: ['port', whole(0, 65_535)],
    advertise: ['advertiseAddress', text()],
    rpc_listener: ['hasRpcListener', flag()],
  }).transform(completeSegment),
);

// A missing name or port is reported together with the other rules of segments.
function completeSegment(segment: Fragment<SegmentSettings>): SegmentSettings {
  return {
    name: segment.name ?? '',
    bindAddress: segment.bindAddress,
    port: segment.port ?? -1,
    advertiseAddress: segment.advertiseAddress,
    hasRpcListener: segment.hasRpcListener ?? false,
  };
}

export const gossip: z.ZodType<Fragment<GossipSettings>> = section<GossipSettings>({
  gossip_nodes: ['gossipNodes', whole(1, 100)],
  gossip_interval: ['gossipIntervalMs', durationMs(10)],
  probe_interval: ['probeIntervalMs', durationMs(10)],
  probe_timeout: ['probeTimeoutMs', durationMs(10)],
  suspicion_mult: ['suspicionMult', whole(1, 100)],
  retransmit_mult: ['retransmitMult', whole(1, 100)],
});

/** A TTL of DNS has 31 bits of seconds. */
const SECONDS_MAX = 2 ** 31 - 1;

export const dns: z.ZodType<Fragment<DnsSettings>> = section<DnsSettings>({
  allow_stale: ['allowStale', flag()],
  max_stale: ['maxStaleMs', durationMs()],
  node_ttl: ['nodeTtlMs', durationMs()],
  service_ttl: ['serviceTtlMs', mapOf(durationMs())],
  only_passing: ['onlyPassing', flag()],
  enable_truncate: ['enableTruncate', flag()],
  udp_answer_limit: ['udpAnswerLimit', whole(1, 1000)],
  a_record_limit: ['aRecordLimit', whole(0, 4096)],
  disable_compression: ['disableCompression', flag()],
  enable_additional_node_meta_txt: ['nodeMetaTxt', flag()],
  recursor_timeout: ['recursorTimeoutMs', durationMs(1)],
  recursor_strategy: ['recursorStrategy', oneOf('sequential', 'random')],
  use_cache: ['useCache', flag()],
  cache_max_age: ['cacheMaxAgeMs', durationMs()],
  soa: [
    'soa',
    section<SoaSettings>({
      refresh: ['refreshSeconds', whole(0, SECONDS_MAX)],
      retry: ['retrySeconds', whole(0, SECONDS_MAX)],
      expire: ['expireSeconds', whole(0, SECONDS_MAX)],
      min_ttl: ['minTtlSeconds', whole(0, SECONDS_MAX)],
    }),
  ],
});

export const http: z.ZodType<Fragment<HttpSettings>> = section<HttpSettings>({
  block_endpoints: ['blockEndpoints', texts()],
  response_headers: ['responseHeaders', textMap()],
  allow_write_http_from: ['allowWriteHttpFrom', texts()],
  max_header_bytes: ['headerBytesMax', whole(1024, 1_048_576)],
});

export const ui: z.ZodType<Fragment<UiSettings>> = section<UiSettings>({
  enabled: ['isEnabled', flag()],
  content_path: [
    'contentPath',
    textLike(/^\/([A-Za-z0-9_-]+\/)*$/, 'a path that begins and ends with /'),
  ],
  dir: ['directory', text()],
});

/** Oldest TLS version that is offered; older ones are broken. */
export const tlsVersion = (): z.ZodType<'TLSv1_2' | 'TLSv1_3'> => oneOf('TLSv1_2', 'TLSv1_3');

const tlsListener: z.ZodType<Fragment<TlsListenerSettings>> = section<TlsListenerSettings>({
  ca_file: ['caFile', text()],
  ca_path: ['caPath', text()],
  cert_file: ['certFile', text()],
  key_file: ['keyFile', text()],
  verify_incoming: ['verifyIncoming', flag()],
  verify_outgoing: ['verifyOutgoing', flag()],
  verify_server_hostname: ['verifyServerHostname', flag()],
  tls_min_version: ['minVersion', tlsVersion()],
});

export const tls: z.ZodType<Fragment<TlsSettings>> = section<TlsSettings>({
  defaults: ['defaults', tlsListener],
  internal_rpc: ['internalRpc', tlsListener],
  https: ['https', tlsListener],
});
