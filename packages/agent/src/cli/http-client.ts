import { Buffer } from 'node:buffer';
import type { FlagValues } from '@konsul/runtime/command-line';
import { AgentError } from '../errors.js';
import type { HttpRequest, HttpResponse, HttpTls, HttpTransport } from './http-transport.js';

/** A call of the HTTP API. */
export interface ApiCall {
  readonly method?: HttpRequest['method'];
  /** Behind `/v1/`; parts that are not ours must be encoded. */
  readonly path: string;
  /** Left out where undefined; `true` gives a name without value. */
  readonly query?: Readonly<Record<string, string | true | readonly string[] | undefined>>;
  readonly body?: Uint8Array | string;
  /** Statuses besides 200 that are answers and not errors. */
  readonly accepts?: readonly number[];
}

/** Where environment variables and token files are read. */
export interface ClientEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly http: HttpTransport;
}

/** Talks to an agent as flags and environment say. */
export class ApiClient {
  readonly #flags: FlagValues;
  readonly #environment: ClientEnvironment;

  constructor(flags: FlagValues, environment: ClientEnvironment) {
    this.#flags = flags;
    this.#environment = environment;
  }

  /**
   * Sends a call.
   *
   * @throws AgentError `UNREACHABLE` or `UNEXPECTED_RESPONSE`.
   */
  async send(call: ApiCall): Promise<HttpResponse> {
    const token = await this.#token();
    const auth = this.#setting('http-auth', 'HTTP_AUTH');
    const response = await this.#environment.http({
      method: call.method ?? 'GET',
      url: this.#url(call),
      headers: {
        ...(token === undefined ? {} : { 'X-Consul-Token': token }),
        ...(auth === undefined ? {} : { Authorization: `Basic ${base64(auth)}` }),
      },
      body: call.body,
      tls: this.#tls(),
    });
    if (response.status === 200 || call.accepts?.includes(response.status) === true) {
      return response;
    }
    const text = Buffer.from(response.body).toString().trim();
    throw new AgentError(
      'UNEXPECTED_RESPONSE',
      `Unexpected response code: ${response.status} (${text})`,
    );
  }

  /** Sends a call and reads its JSON answer. @throws as {@link send} does. */
  async json(call: ApiCall): Promise<unknown> {
    return readJson(await this.send(call));
  }

  #url(call: ApiCall): URL {
    const url = new URL(`${this.#base()}/v1/${call.path}`);
    const common = {
      dc: this.#flags.text('datacenter'),
      stale: this.#flags.isOn('stale') ? (true as const) : undefined,
    };
    for (const [name, value] of Object.entries({ ...common, ...call.query })) {
      if (value === undefined) continue;
      const texts = value === true ? [''] : typeof value === 'string' ? [value] : value;
      for (const text of texts) url.searchParams.append(name, text);
    }
    return url;
  }

  #base(): string {
    const address = this.#setting('http-addr', 'HTTP_ADDR') ?? '127.0.0.1:8500';
    if (address.startsWith('unix:')) {
      throw new AgentError('INVALID_USAGE', `Unix sockets are not supported, got ${address}`);
    }
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase() ?? 'http';
    if (scheme !== 'http' && scheme !== 'https') {
      const detail = `-http-addr must begin with http:// or https://, got ${address}`;
      throw new AgentError('INVALID_USAGE', detail);
    }
    const isTls = /^(1|t|true)$/i.test(this.#setting('', 'HTTP_SSL') ?? '');
    const full = /^https?:\/\//i.test(address)
      ? address
      : `${isTls ? 'https' : 'http'}://${address}`;
    if (!URL.canParse(full)) {
      throw new AgentError('INVALID_USAGE', `-http-addr must be an address, got ${address}`);
    }
    return full.replace(/\/+$/, '');
  }

  #tls(): HttpTls {
    return {
      caFile: this.#setting('ca-file', 'CACERT'),
      caPath: this.#setting('ca-path', 'CAPATH'),
      certFile: this.#setting('client-cert', 'CLIENT_CERT'),
      keyFile: this.#setting('client-key', 'CLIENT_KEY'),
      serverName: this.#setting('tls-server-name', 'TLS_SERVER_NAME'),
      isVerified: !/^(0|f|false)$/i.test(this.#setting('', 'HTTP_SSL_VERIFY') ?? ''),
    };
  }

  async #token(): Promise<string | undefined> {
    const file = this.#flags.text('token-file') ?? this.#variable('HTTP_TOKEN_FILE');
    const given = this.#flags.text('token') ?? this.#variable('HTTP_TOKEN');
    if (this.#flags.text('token') !== undefined || file === undefined) return given;
    const bytes = await this.#environment.readFile(file);
    return Buffer.from(bytes).toString().trim();
  }

  #setting(flag: string, variable: string): string | undefined {
    return this.#flags.text(flag) ?? this.#variable(variable);
  }

  /** Our own spelling goes before Consul's. */
  #variable(name: string): string | undefined {
    const { env } = this.#environment;
    return env[`KONSUL_${name}`] || env[`CONSUL_${name}`] || undefined;
  }
}

/**
 * Reads a JSON answer. Numbers called `Flags` may exceed what a number holds exactly, and become
 * text then.
 */
export function readJson(response: HttpResponse): unknown {
  const text = Buffer.from(response.body).toString();
  // Inside a string the quotes would be escaped, so this finds only names of fields.
  const exact = text.replace(/"Flags":(\s*)(\d{16,})/g, '"Flags":$1"$2"');
  try {
    return text.trim() === '' ? null : JSON.parse(exact);
  } catch (cause) {
    throw new AgentError('UNEXPECTED_RESPONSE', 'the agent answered with malformed JSON', {
      cause,
    });
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
