import type { ByteStream, ByteStreamHandlers, StreamTransport } from '@konsul/runtime';
import { ByteWriter } from '../../src/wire/byte-writer.js';
import { FrameDecoder, writeFrame } from '../../src/wire/frame.js';
import { type FirstHello, readFirstHello, readFirstMessage } from './version-one.js';

const frameBytesMax = 96 * 1024 * 1024;

/**
 * Streams on which the present transport looks, to its peers, like one of the first release: its
 * hello says nothing of versions and capabilities, it neither reads those of others nor answers a
 * hello nor hears an answer, and it ends a connection on entries and groups that it cannot know.
 *
 * @param faults gets a line for every frame that a first release could not have said or taken.
 */
export function asFirstRelease(streams: StreamTransport, faults: string[]): StreamTransport {
  return {
    listen: (accept) =>
      streams.listen((stream) => accept(new FirstReleaseStream(stream, faults, false))),
    connect: async (to, options) =>
      new FirstReleaseStream(await streams.connect(to, options), faults, true),
    close: () => streams.close(),
  };
}

class FirstReleaseStream implements ByteStream {
  readonly #stream: ByteStream;
  readonly #faults: string[];
  readonly #isDialled: boolean;
  readonly #said: FrameDecoder;
  #hello: FirstHello | undefined;
  /** A snapshot connection carries one message, the offer; what follows is no message. */
  #isStreaming = false;
  #isRefused = false;
  #canWrite = true;

  constructor(stream: ByteStream, faults: string[], isDialled: boolean) {
    this.#stream = stream;
    this.#faults = faults;
    this.#isDialled = isDialled;
    this.#said = new FrameDecoder(frameBytesMax, (body) => this.#say(body));
  }

  get remote(): ByteStream['remote'] {
    return this.#stream.remote;
  }

  get bufferedBytes(): number {
    return this.#stream.bufferedBytes;
  }

  setHandlers(handlers: ByteStreamHandlers): void {
    const heard = new FrameDecoder(frameBytesMax, (body) => {
      const taken = this.#hear(body);
      if (taken !== undefined && !this.#isRefused) handlers.data(framed(taken));
    });
    this.#stream.setHandlers({
      ...handlers,
      data: (bytes) => {
        if (heard.push(bytes) !== undefined) this.destroy();
      },
    });
  }

  write(bytes: Uint8Array): boolean {
    this.#canWrite = true;
    this.#said.push(bytes);
    return this.#canWrite;
  }

  #say(body: Uint8Array): void {
    const hello = this.#hello;
    const opening = hello === undefined ? readFirstHello(body) : undefined;
    if (this.#isDialled && opening !== undefined) {
      this.#hello = opening;
      this.#canWrite = this.#stream.write(framed(body.subarray(0, opening.length)));
    } else if (this.#isDialled) {
      if (this.#check('said', body, true)) this.#canWrite = this.#stream.write(framed(body));
    } else if (hello?.isSnapshot === true) {
      this.#canWrite = this.#stream.write(framed(body));
    } else if (readFirstHello(body) === undefined) {
      // An answer to a hello is kept back; there is nothing else to say here.
      this.#refuse('said something on a connection of its peer');
    }
  }

  /** @returns what reaches the transport. */
  #hear(body: Uint8Array): Uint8Array | undefined {
    const hello = this.#hello;
    if (this.#isDialled) return hello?.isSnapshot === true ? body : undefined;
    if (hello !== undefined) return this.#check('heard', body, false) ? body : undefined;
    this.#hello = readFirstHello(body);
    return body.subarray(0, this.#hello?.length);
  }

  /** Whether a first release could have said, or takes, what follows the hello. */
  #check(verb: 'said' | 'heard', body: Uint8Array, isExact: boolean): boolean {
    if (this.#isStreaming || this.#isRefused) return !this.#isRefused;
    this.#isStreaming = this.#hello?.isSnapshot === true;
    const reading = readFirstMessage(body, this.#hello?.group ?? 0);
    if (reading.type === 'refused') this.#refuse(`${verb} ${reading.reason}`);
    else if (isExact && (reading.type === 'passed-over' || reading.length !== body.length)) {
      this.#refuse(`${verb} what only a later release knows`);
    }
    return reading.type === 'taken' && !this.#isRefused;
  }

  #refuse(fault: string): void {
    this.#faults.push(fault);
    this.#isRefused = true;
    this.destroy();
  }

  pause(): void {
    this.#stream.pause();
  }

  resume(): void {
    this.#stream.resume();
  }

  end(): void {
    this.#stream.end();
  }

  destroy(): void {
    this.#stream.destroy();
  }
}

function framed(body: Uint8Array): Uint8Array {
  const writer = new ByteWriter(body.length + 16);
  writeFrame(writer, () => writer.bytes(body));
  return writer.detach(1);
}
