import { Buffer } from 'node:buffer';
import { type Rng, seededRng } from '@konsul/runtime';
import type { ProcessSignal } from '@konsul/runtime/command-line';
import type { AgentConfig } from '../../config/agent-config.js';
import { AgentError } from '../../errors.js';
import type { CliHost, RunningAgent } from '../command.js';
import type { HttpRequest, HttpResponse } from '../http-transport.js';
import { runCli } from '../program.js';

/** An answer of a fake agent: a body, or a status with a text. */
export type FakeAnswer = unknown | { readonly status: number; readonly text: string };

/** What a command line did. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** `METHOD path?query` of each request, in order. */
  readonly requests: readonly string[];
  readonly sent: readonly HttpRequest[];
}

/** A process with an agent that answers from a table. */
export class FakeHost implements CliHost {
  env: Record<string, string> = {};
  files: Record<string, string> = {};
  stdin = '';
  readonly sent: HttpRequest[] = [];
  out = '';
  err = '';
  started: AgentConfig | undefined;
  /** What the agent was given to read its configuration anew by. */
  load: () => Promise<AgentConfig> = () => Promise.reject(new Error('nothing was started'));
  agent: RunningAgent = {
    nodeId: '6d3a1b2c-0000-4000-8000-000000000001',
    leave: async (): Promise<void> => undefined,
    stop: async (): Promise<void> => undefined,
    reload: async (): Promise<void> => undefined,
    stopped: new Promise<number>(() => undefined),
  };
  readonly processId = 4242;
  readonly rng: Rng = seededRng(1);
  readonly #answers: Readonly<Record<string, FakeAnswer>>;
  #listener: (signal: ProcessSignal) => void = () => undefined;

  constructor(answers: Readonly<Record<string, FakeAnswer>> = {}) {
    this.#answers = answers;
  }

  stdout = (text: string | Uint8Array): void => {
    this.out += typeof text === 'string' ? text : Buffer.from(text).toString();
  };

  stderr = (text: string): void => {
    this.err += text;
  };

  http = async (request: HttpRequest): Promise<HttpResponse> => {
    this.sent.push(request);
    const answer = this.#answers[describeRequest(request)];
    if (answer === undefined)
      throw new AgentError('UNREACHABLE', `no answer to ${describeRequest(request)}`);
    const isFailure = typeof answer === 'object' && answer !== null && 'status' in answer;
    const { status, text } = isFailure
      ? (answer as { status: number; text: string })
      : { status: 200, text: JSON.stringify(answer) };
    return { status, headers: {}, body: Buffer.from(text) };
  };

  readFile = async (path: string): Promise<Uint8Array> => {
    const text = this.files[path];
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return Buffer.from(text);
  };

  readStdin = async (): Promise<Uint8Array> => Buffer.from(this.stdin);

  writeFile = async (path: string, text: string): Promise<void> => {
    this.files[path] = text;
  };

  removeFile = async (path: string): Promise<void> => {
    delete this.files[path];
  };

  configHost: CliHost['configHost'] = {
    hostname: () => 'host-1',
    addresses: () => [{ interfaceName: 'eth0', address: '10.1.2.3', isIpv6: false }],
    readText: (path) => {
      const text = this.files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    isDirectory: () => false,
    list: () => [],
    writeProblem: () => undefined,
  };

  startAgent: CliHost['startAgent'] = async (config, load) => {
    this.started = config;
    this.load = load;
    return this.agent;
  };

  onSignal = (listener: (signal: ProcessSignal) => void): (() => void) => {
    this.#listener = listener;
    return () => undefined;
  };

  signal(signal: ProcessSignal): void {
    this.#listener(signal);
  }

  /** Runs a command line in this process. */
  async run(...argv: string[]): Promise<CliResult> {
    const code = await runCli(argv, this);
    const requests = this.sent.map(describeRequest);
    return { code, stdout: this.out, stderr: this.err, requests, sent: this.sent };
  }
}

/** `PUT /v1/kv/a?flags=1` */
export function describeRequest({ method, url }: HttpRequest): string {
  return `${method} ${url.pathname}${url.search}`;
}

/** Lets promises that are ready go on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
