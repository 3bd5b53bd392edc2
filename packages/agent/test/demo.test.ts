import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../bin/konsul.mjs', import.meta.url));
const STEP_COUNT = 11;
const AGENT_COUNT = 8;
const TIMEOUT_MS = 120_000;
const POLL_INTERVAL_MS = 50;

interface Run {
  readonly demo: ChildProcess;
  /** Resolves with the exit code, or undefined when a signal ended it. */
  readonly exitCode: Promise<number | undefined>;
  text(): string;
}

let directory = '';
const demos: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'konsul-demo-test-'));
});

afterEach(async () => {
  for (const demo of demos.splice(0)) demo.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

function runDemo(...flags: string[]): Run {
  const demo = spawn(process.execPath, [PROGRAM, 'demo', ...flags], {
    env: { ...process.env, TMPDIR: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demos.push(demo);
  let text = '';
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const exitCode = once(demo, 'close').then(([code]) => code ?? undefined);
  return { demo, exitCode, text: () => text };
}

function pidsIn(text: string): number[] {
  return [...new Set([...text.matchAll(/ pid (\d+) /g)].map(([, pid]) => Number(pid)))];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Resolves once every agent has been started, or the demo has ended without that. */
async function untilStarted({ demo, text }: Run): Promise<void> {
  await until(() => pidsIn(text()).length === AGENT_COUNT || demo.exitCode !== null);
  expect(pidsIn(text()), text()).toHaveLength(AGENT_COUNT);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
}

test(
  'every step of the demo holds, and nothing is left behind',
  async () => {
    const { exitCode, text } = runDemo('--once');
    expect(await exitCode, text()).toBe(0);
    const titles = text().match(/^\d+\. .+$/gm) ?? [];
    const ticks = text().match(/^✔ .+$/gm) ?? [];
    expect(titles).toHaveLength(STEP_COUNT);
    expect(ticks).toHaveLength(STEP_COUNT);
    expect(text()).toContain('(dc1) $ konsul kv put -datacenter=dc2 hello world\nSuccess!');
    expect(text()).toMatch(/No write succeeded for \d+\.\d\d s/);
    expect(text()).toMatch(/\d+ writes acknowledged, 0 of them lost/);
    const pids = pidsIn(text());
    expect(pids).toHaveLength(AGENT_COUNT);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  'agents do not outlive a demo that was killed',
  async () => {
    const run = runDemo();
    await untilStarted(run);
    const { demo, exitCode, text } = run;
    demo.kill('SIGKILL');
    expect(await exitCode).toBeUndefined();
    const pids = pidsIn(text());
    await until(() => !pids.some(isRunning));
  },
  TIMEOUT_MS,
);

test(
  'an interrupt ends the demo at any time, and nothing is left behind',
  async () => {
    const run = runDemo();
    await untilStarted(run);
    const { demo, exitCode, text } = run;
    demo.kill('SIGINT');
    expect(await exitCode).toBe(130);
    expect(pidsIn(text()).filter(isRunning)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  },
  TIMEOUT_MS,
);
