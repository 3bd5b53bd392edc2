type ByteArrayConstructor = typeof Uint8Array;
type Allocate = (size: number, ...rest: never[]) => Buffer;

const BUFFER_METHODS = ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const;

/**
 * Counts the bytes that code asks for by length: arrays of bytes and buffers of a given size. Copies
 * of bytes that are there already are not counted; they cannot be larger than their source.
 */
export class AllocationMeter {
  allocatedBytes = 0;
  #restore: (() => void) | undefined;

  start(): void {
    if (this.#restore !== undefined) return;
    const original: ByteArrayConstructor = globalThis.Uint8Array;
    const metered: ByteArrayConstructor = new Proxy(original, {
      construct: (target, args: unknown[], newTarget): Uint8Array => {
        if (typeof args[0] === 'number') this.allocatedBytes += args[0];
        return Reflect.construct(target, args, newTarget === metered ? target : newTarget);
      },
    });
    globalThis.Uint8Array = metered;
    const methods = BUFFER_METHODS.map((name) => [name, Buffer[name]] as const);
    for (const [name, allocate] of methods) {
      const call = allocate as Allocate;
      Reflect.set(Buffer, name, (size: number, ...rest: never[]) => {
        this.allocatedBytes += size;
        return call.call(Buffer, size, ...rest);
      });
    }
    this.#restore = () => {
      globalThis.Uint8Array = original;
      for (const [name, allocate] of methods) Reflect.set(Buffer, name, allocate);
    };
  }

  stop(): void {
    this.#restore?.();
    this.#restore = undefined;
  }
}
