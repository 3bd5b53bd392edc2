import type { DecodedPacket } from 'dns-packet';
import { JsonView } from '../../cli/json-view.js';
import type { DemoStep, StepOutcome } from '../demo-step.js';
import { formatAnswer, lookUp } from '../dns-lookup.js';
import { abridge } from '../screen.js';
import type { DemoStage } from '../stage.js';
import { clientOf, demoPorts, httpAddressOf, SERVER_COUNT, serversOf } from '../topology.js';

const REGISTERED_WITHIN_MS = 10_000;
const RESOLVED_WITHIN_MS = 5000;
const SHOWN_LENGTH_MAX = 400;
const WEB = JSON.stringify({ Name: 'web', Port: 8080 });

/** A service of dc2 is found from dc1, by HTTP and by DNS. */
export const serviceSteps: readonly DemoStep<DemoStage>[] = [
  {
    title: 'A service is registered in dc2 and found from dc1, by HTTP and by DNS',
    expectation: 'both name port 8080 on the node in dc2',
    agents: [...serversOf('dc2'), clientOf('dc1'), clientOf('dc2')],
    async run(stage) {
      await register(stage);
      const found = await discover(stage);
      const name = 'web.service.dc2.consul';
      const packet = await dig(stage, { name, type: 'SRV', wantedCount: 1 });
      return judgeWeb(found, packet);
    },
  },
  {
    title: 'The servers of dc2 are a service themselves',
    expectation: 'the name resolves to the three servers of dc2',
    agents: [...serversOf('dc2'), clientOf('dc1')],
    async run(stage) {
      const name = 'consul.service.dc2.consul';
      const packet = await dig(stage, { name, type: 'A', wantedCount: SERVER_COUNT });
      const seen = addressesOf(packet.answers).sort();
      const wanted = serversOf('dc2').map(({ address }) => address);
      return { holds: seen.join() === wanted.sort().join(), saw: `addresses ${seen.join(' ')}` };
    },
  },
];

async function register(stage: DemoStage): Promise<void> {
  const node = clientOf('dc2');
  const path = '/v1/agent/service/register';
  const answer = await stage.http(node, path, { method: 'PUT', body: WEB });
  const command = `curl -X PUT -d '${WEB}' ${httpAddressOf(node)}${path}`;
  stage.show('dc2', command, answer.text);
  if (answer.status !== 200) throw new Error(`the agent refused it with status ${answer.status}`);
}

/** Asks until the service is in the catalogue of dc2, where its agent brings it. */
async function discover(stage: DemoStage): Promise<readonly JsonView[]> {
  const node = clientOf('dc1');
  const path = '/v1/health/service/web?dc=dc2';
  let text = '';
  const instances = await stage.until(REGISTERED_WITHIN_MS, async () => {
    const answer = await stage.http(node, path);
    text = answer.text;
    if (answer.status !== 200) return undefined;
    const items = new JsonView(JSON.parse(text)).items();
    return items.length === 0 ? undefined : items;
  });
  stage.show('dc1', `curl '${httpAddressOf(node)}${path}'`, abridge(text.trim(), SHOWN_LENGTH_MAX));
  return instances ?? [];
}

/**
 * Asks the client agent of dc1 until it has as many answers as are wanted, and shows the last reply.
 * DNS is answered by any server, and a follower may be some milliseconds behind its leader.
 */
async function dig(
  stage: DemoStage,
  { name, type, wantedCount }: { name: string; type: 'A' | 'SRV'; wantedCount: number },
): Promise<DecodedPacket> {
  const { address } = clientOf('dc1');
  const port = demoPorts.dns;
  let packet = await lookUp({ address, port, name, type }, stage.clock);
  await stage.until(RESOLVED_WITHIN_MS, async () => {
    if (packet.answers?.length === wantedCount) return true;
    packet = await lookUp({ address, port, name, type }, stage.clock);
    return undefined;
  });
  const suffix = type === 'A' ? '' : ` ${type}`;
  stage.show('dc1', `dig @${address} -p ${port} ${name}${suffix}`, formatAnswer(packet));
  return packet;
}

function judgeWeb(instances: readonly JsonView[], packet: DecodedPacket): StepOutcome {
  const { address } = clientOf('dc2');
  const byHttp = instances.map(
    (instance) =>
      `${instance.field('Node').field('Address').text()}:${instance.field('Service').field('Port').text()}`,
  );
  const ports = (packet.answers ?? []).map((record) =>
    record.type === 'SRV' ? record.data.port : 0,
  );
  const byDns = addressesOf(packet.additionals).map((host, index) => `${host}:${ports[index]}`);
  const wanted = `${address}:8080`;
  return {
    holds: byHttp.join() === wanted && byDns.join() === wanted,
    saw: `by HTTP: ${byHttp.join(' ') || 'nothing'}; by DNS: ${byDns.join(' ') || 'nothing'}`,
  };
}

function addressesOf(records: DecodedPacket['answers']): string[] {
  return (records ?? []).flatMap((record) => (record.type === 'A' ? [record.data] : []));
}
