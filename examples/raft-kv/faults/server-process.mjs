import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { call } from './http-call.mjs';

const STATUS_TIMEOUT_MS = 400;
const started = new Set();
const directories = new Set();

/** Ends every process that was started here, stopped ones too, and removes what they have written. */
export function endAll() {
  for (const child of started) child.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, maxRetries: 5 });
  started.clear();
  directories.clear();
}

/** Closes with this process, however that ends; a server must not outlive it. */
const GUARD = "process.stdin.resume().once('end', () => process.exit());";

/** A directory with the example as a program that starts quickly, and room for the servers' data. */
export function createWorkplace() {
  const directory = mkdtempSync(join(tmpdir(), 'raft-kv-faults-'));
  directories.add(directory);
  const source = readFileSync(new URL('../raft-kv.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(directory, 'raft-kv.mjs'), `${GUARD}\n${outputText}`);
  const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  symlinkSync(packages, join(directory, 'node_modules'), 'junction');
  return directory;
}

/** A port that was free a moment ago. */
export async function freePort(host) {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** One server; started again from its data after it was killed. */
export class ServerProcess {
  #workplace;
  #words;
  #onCrash;
  #child;
  #stderr = '';
  /** running, paused, or killed. */
  state = 'killed';

  constructor({ id, host, httpPort, workplace, words, onCrash }) {
    this.id = id;
    this.endpoint = { host, port: httpPort };
    this.#workplace = workplace;
    this.#words = words;
    this.#onCrash = onCrash;
  }

  /** Resolves when it serves, or was killed before it could. */
  start() {
    const words = [join(this.#workplace, 'raft-kv.mjs'), '--id', this.id, ...this.#words];
    const child = spawn(process.execPath, words, { stdio: 'pipe' });
    this.#child = child;
    this.state = 'running';
    started.add(child);
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (bytes) => {
      this.#stderr = `${this.#stderr}${bytes}`.slice(-2_000);
    });
    return new Promise((resolve) => {
      child.once('close', (code, signal) => {
        started.delete(child);
        if (signal !== 'SIGKILL') this.#onCrash(`${this.id} ended with ${code}: ${this.#stderr}`);
        resolve();
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.endsWith('ready')) resolve();
      });
    });
  }

  async kill() {
    this.state = 'killed';
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  pause() {
    this.state = 'paused';
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.state = 'running';
    this.#child.kill('SIGCONT');
  }

  /** What it knows of itself and the group; undefined when it does not say. */
  async status() {
    const request = { method: 'GET', path: '/status', timeoutMs: STATUS_TIMEOUT_MS };
    return (await call(this.endpoint, request)).body;
  }
}
