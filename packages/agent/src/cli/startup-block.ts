import type { AgentConfig } from '../config/agent-config.js';
import { VERSION } from '../version.js';

/** Labels end here. */
const LABEL_WIDTH = 20;

/** What an agent prints before its log, in the layout that scripts wait for. */
export function startupBlock(config: AgentConfig, nodeId: string): string {
  const { ports, isServer, datacenter } = config;
  const segment = isServer ? '<all>' : config.segment;
  const clients = [...new Set(config.listeners.http.map(({ host }) => host))];
  const { internalRpc } = config.tls;
  const rows: [string, string][] = [
    ['Version', `'${VERSION}'`],
    ['Node ID', `'${nodeId}'`],
    ['Node name', `'${config.nodeName}'`],
    ['Datacenter', `'${datacenter}' (Segment: '${segment}')`],
    ['Server', `${isServer} (Bootstrap: ${config.isBootstrap})`],
    [
      'Client Addr',
      `[${clients.join(' ')}] (HTTP: ${ports.http}, HTTPS: ${ports.https}, gRPC: -1, DNS: ${ports.dns})`,
    ],
    ['Cluster Addr', `${config.advertiseAddress} (LAN: ${ports.serfLan}, WAN: ${ports.serfWan})`],
    [
      'Encrypt',
      `Gossip: ${config.encryptKey !== undefined}, TLS-Outgoing: ${internalRpc.verifyOutgoing}, TLS-Incoming: ${internalRpc.verifyIncoming}, Auto-Encrypt-TLS: false`,
    ],
  ];
  const lines = rows.map(([label, text]) => `${label.padStart(LABEL_WIDTH)}: ${text}`);
  return `${lines.join('\n')}\n\n==> Log data will now stream in as it occurs:\n`;
}
