import { describe, expect, it } from 'vitest';
import { createEventHub } from './events.js';
import { type LogFields, silentLogger } from './logger.js';

interface Events extends Record<string, readonly unknown[]> {
  joined: readonly [name: string, count: number];
  left: readonly [];
}

function createHub() {
  const errors: LogFields[] = [];
  const logger = {
    ...silentLogger,
    error: (_message: string, fields: LogFields = {}) => void errors.push(fields),
  };
  return { hub: createEventHub<Events>(logger), errors };
}

describe('an event hub', () => {
  it('calls listeners in order with the values', () => {
    const { hub } = createHub();
    const seen: string[] = [];
    hub.on('joined', (name, count) => seen.push(`first ${name} ${count}`));
    hub.on('joined', (name) => seen.push(`second ${name}`));
    hub.emit('joined', 'a', 3);
    hub.emit('left');
    expect(seen).toEqual(['first a 3', 'second a']);
  });

  it('goes on when a listener throws, and logs it', () => {
    const { hub, errors } = createHub();
    const failure = new Error('broken listener');
    let calls = 0;
    hub.on('left', () => {
      throw failure;
    });
    hub.on('left', () => {
      calls += 1;
    });
    hub.emit('left');
    expect(calls).toBe(1);
    expect(errors).toEqual([{ event: 'left', error: failure }]);
  });

  it('calls a listener added by once a single time, even when it emits again', () => {
    const { hub } = createHub();
    let calls = 0;
    hub.once('left', () => {
      calls += 1;
      hub.emit('left');
    });
    hub.emit('left');
    hub.emit('left');
    expect(calls).toBe(1);
  });

  it('forgets a removed listener, however it was added', () => {
    const { hub } = createHub();
    let calls = 0;
    const listener = (): void => {
      calls += 1;
    };
    hub.on('left', listener);
    hub.once('left', listener);
    hub.emit('left');
    expect(calls).toBe(2);
    hub.emit('left');
    expect(calls).toBe(3);
    hub.off('left', listener);
    hub.off('left', listener);
    hub.emit('left');
    expect(calls).toBe(3);
    hub.on('left', listener);
    hub.emit('left');
    expect(calls).toBe(4);
  });

  it('lets a listener remove itself while it is called', () => {
    const { hub } = createHub();
    const seen: string[] = [];
    const first = (): void => {
      seen.push('first');
      hub.off('left', first);
    };
    hub.on('left', first);
    hub.on('left', () => seen.push('second'));
    hub.emit('left');
    hub.emit('left');
    expect(seen).toEqual(['first', 'second', 'second']);
  });
});
