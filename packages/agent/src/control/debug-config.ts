import type { AgentConfig } from '../config/agent-config.js';

/** The settings in force by the names that Consul's clients know, without secrets. */
export function debugConfigOf(config: AgentConfig): Readonly<Record<string, unknown>> {
  return {
    AdvertiseAddrLAN: config.advertiseAddress,
    AdvertiseAddrWAN: config.advertiseAddressWan,
    BindAddr: config.bindAddress,
    Bootstrap: config.isBootstrap,
    BootstrapExpect: config.bootstrapExpect,
    DataDir: config.dataDirectory ?? '',
    Datacenter: config.datacenter,
    DevMode: config.isDev,
    DNSDomain: config.domain,
    DNSPort: config.ports.dns,
    EncryptKey: config.encryptKey === undefined ? '' : 'hidden',
    HTTPPort: config.ports.http,
    LeaveOnTerm: config.leaveOnTerminate,
    LogLevel: config.logLevel,
    NodeMeta: config.nodeMeta,
    NodeName: config.nodeName,
    PrimaryDatacenter: config.primaryDatacenter,
    RetryJoinLAN: config.retryJoin,
    RetryJoinWAN: config.retryJoinWan,
    SegmentName: config.segment,
    SerfPortLAN: config.ports.serfLan,
    SerfPortWAN: config.ports.serfWan,
    ServerMode: config.isServer,
    ServerPort: config.ports.server,
    SkipLeaveOnInt: config.skipLeaveOnInterrupt,
    TranslateWANAddrs: config.translateWanAddresses,
  };
}
