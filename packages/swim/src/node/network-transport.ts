import {
  checkOptions,
  createTcpTransport,
  createUdpTransport,
  type DatagramHandler,
  type DatagramTransport,
  type Endpoint,
  type Metrics,
  type OptionRules,
  option,
  type StreamTransport,
} from '@konsul/runtime';
import { refuseOption } from '../errors.js';
import type { SwimTransport } from '../transport.js';

export interface NetworkTransportOptions {
  /** Address to bind, for example `0.0.0.0`. */
  readonly host: string;
  /** 0 lets the system choose one that is free for UDP and TCP. */
  readonly port: number;
  readonly metrics?: Metrics;
}

/** Ports tried when the system chooses and UDP and TCP do not agree. */
const ATTEMPT_COUNT_MAX = 16;

/** What is bound together, on one port. */
interface Binding {
  readonly endpoint: Endpoint;
  readonly datagrams: DatagramTransport;
  readonly streams: StreamTransport;
}

const RULES: OptionRules<NetworkTransportOptions> = {
  required: { host: option.text, port: option.integer(0, 65_535) },
  optional: { metrics: option.metrics },
};

/**
 * UDP and TCP on one port of this machine.
 *
 * @throws SwimError INVALID_CONFIG naming the option, its value and its bound.
 */
export function createNetworkTransport(options: NetworkTransportOptions): SwimTransport {
  checkOptions(options, RULES, refuseOption);
  let receive: DatagramHandler | undefined;
  let accept: Parameters<StreamTransport['listen']>[0] | undefined;
  let tellWritable: ((isWritable: boolean) => void) | undefined;
  let bound: Binding | undefined;
  let binding: Promise<Binding> | undefined;
  /** What is bound once a binding under way has come to its end; one that failed left nothing. */
  const settled = (): Promise<Binding | undefined> =>
    Promise.resolve(binding).catch(() => undefined);

  const bindOnce = async (): Promise<Endpoint> => {
    binding ??= bind(options, {
      receive: (from, bytes) => receive?.(from, bytes),
      accept: (stream) => (accept === undefined ? stream.destroy() : accept(stream)),
      tellWritable: (isWritable) => tellWritable?.(isWritable),
    });
    bound = await binding;
    return bound.endpoint;
  };

  return {
    datagrams: {
      listen: (handler) => {
        receive = handler;
        return bindOnce();
      },
      send: (to, bytes) => bound?.datagrams.send(to, bytes),
      watchWritable: (listener) => {
        tellWritable = listener;
      },
      close: async () => (await settled())?.datagrams.close(),
    },
    streams: {
      listen: (handler) => {
        accept = handler;
        return bindOnce();
      },
      connect: (to, connectOptions) => {
        if (bound !== undefined) return bound.streams.connect(to, connectOptions);
        return Promise.reject(new Error('the transport does not listen'));
      },
      close: async () => (await settled())?.streams.close(),
    },
  };
}

interface Handlers {
  readonly receive: DatagramHandler;
  readonly accept: Parameters<StreamTransport['listen']>[0];
  readonly tellWritable: (isWritable: boolean) => void;
}

async function bind(options: NetworkTransportOptions, handlers: Handlers): Promise<Binding> {
  const attemptCount = options.port === 0 ? ATTEMPT_COUNT_MAX : 1;
  for (let attempt = 1; ; attempt += 1) {
    const streams = createTcpTransport(options);
    const endpoint = await streams.listen(handlers.accept);
    const datagrams = createUdpTransport({ ...options, port: endpoint.port });
    datagrams.watchWritable?.(handlers.tellWritable);
    try {
      await datagrams.listen(handlers.receive);
      return { endpoint, datagrams, streams };
    } catch (error) {
      await Promise.all([streams.close(), datagrams.close()]);
      if (attempt === attemptCount) throw error;
    }
  }
}
