import { Driver, type ProtocolCore } from '@konsul/runtime';
import type { Boot, SimulatedNode } from './simulated-node.js';

/** A core and what its effects do; made anew each time the node starts. */
export interface CoreParts<
  Input,
  Effect,
  Core extends ProtocolCore<Input, Effect> = ProtocolCore<Input, Effect>,
> {
  readonly core: Core;
  /** The input that says a deadline has passed. */
  readonly tick: Input;
  readonly execute: (effect: Effect) => void;
  readonly afterTurn?: () => void;
  /** How an effect reads in the trace. Default its `type`; undefined leaves it out. */
  readonly describe?: (effect: Effect) => string | undefined;
}

/** Makes a core for one start of a node; `input` hands it an input, as a transport would. */
export type CreateCore<
  Input,
  Effect,
  Core extends ProtocolCore<Input, Effect> = ProtocolCore<Input, Effect>,
> = (node: SimulatedNode, input: (input: Input) => void) => CoreParts<Input, Effect, Core>;

/** A core that runs in a world. */
export interface SimulatedCore<Input, Core> {
  /** Hands an input to the running core; lost while the node is down. */
  input(input: Input): void;
  /** The core of the present incarnation; read it in checkers, do not step it. */
  readonly core: Core | undefined;
}

/**
 * A boot function that runs a core by the same driver as in production, on the node's clock, and
 * the handle to it.
 */
export function createSimulatedCore<Input, Effect, Core extends ProtocolCore<Input, Effect>>(
  create: CreateCore<Input, Effect, Core>,
): { readonly boot: Boot; readonly handle: SimulatedCore<Input, Core> } {
  let driver: Driver<Input, Effect> | undefined;
  let running: Core | undefined;
  const boot: Boot = (node) => {
    let own: Driver<Input, Effect> | undefined;
    const parts = create(node, (input) => own?.input(input));
    const { core, tick, execute, afterTurn, describe = describeByType } = parts;
    running = core;
    own = new Driver({
      core,
      clock: node.clock,
      tick,
      execute: (effect) => {
        const text = describe(effect);
        if (text !== undefined) node.trace(text);
        execute(effect);
      },
      onFault: (error) => node.fail(error),
      ...(afterTurn === undefined ? {} : { afterTurn }),
    });
    driver = own;
  };
  const handle: SimulatedCore<Input, Core> = {
    input: (input) => driver?.input(input),
    get core() {
      return running;
    },
  };
  return { boot, handle };
}

function describeByType(effect: unknown): string {
  if (typeof effect === 'object' && effect !== null && 'type' in effect) return String(effect.type);
  return String(effect);
}
