import type { DemoStep } from '../demo-step.js';
import type { DemoStage } from '../stage.js';
import { demoNodes } from '../topology.js';

/** A key is written to the other datacenter, and is there only. */
export const kvSteps: readonly DemoStep<DemoStage>[] = [
  {
    title: 'A key is written to dc2 from dc1',
    expectation: 'the write is routed through the area and acknowledged',
    agents: demoNodes,
    async run(stage) {
      const put = await stage.konsul('dc1', 'kv', 'put', '-datacenter=dc2', 'hello', 'world');
      return { holds: put.text === 'Success! Data written to: hello', saw: put.text };
    },
  },
  {
    title: 'It is there in dc2',
    expectation: 'dc2 has what dc1 wrote',
    agents: demoNodes,
    async run(stage) {
      const get = await stage.konsul('dc2', 'kv', 'get', 'hello');
      return { holds: get.exitCode === 0 && get.text === 'world', saw: get.text };
    },
  },
  {
    title: 'It is not there in dc1: each datacenter keeps its own data',
    expectation: 'dc1 has no such key, and the command says so with exit code 1',
    agents: demoNodes,
    async run(stage) {
      const { exitCode, text } = await stage.konsul('dc1', 'kv', 'get', 'hello');
      const holds = exitCode === 1 && text === 'Error! No key exists at: hello';
      return { holds, saw: `${text} (exit code ${exitCode})` };
    },
  },
];
