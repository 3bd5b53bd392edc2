import { describe, expect, it } from 'vitest';
import { checkWith, serviceWith } from '../../test/support/definitions.js';
import type {
  CheckDefinition,
  CheckStatus,
  NodeDefinition,
  ServiceDefinition,
} from '../state/domain.js';
import { getNode } from '../state/nodes.js';
import { healthOfService, servicesOfNode } from '../state/services.js';
import { emptyState, type State } from '../state/state.js';
import { ignoredWatches } from '../state/watch-set.js';
import { encodeCommand } from '../wire/command-codec.js';
import { applyCommand } from './apply-command.js';
import type { Command, RegisterCommand } from './command.js';

function node(name: string, more: Partial<NodeDefinition> = {}): NodeDefinition {
  return {
    node: name,
    id: '',
    address: '10.0.0.1',
    datacenter: 'dc1',
    taggedAddresses: {},
    meta: {},
    ...more,
  };
}

function service(name: string, more: Partial<ServiceDefinition> = {}): ServiceDefinition {
  return serviceWith({ id: name, service: name, ...more });
}

function check(id: string, more: Partial<CheckDefinition> = {}): CheckDefinition {
  return checkWith({ checkId: id, ...more });
}

function register(definition: NodeDefinition, more: Partial<RegisterCommand> = {}): Command {
  return { type: 'register', node: definition, skipNodeUpdate: false, checks: [], ...more };
}

/** A catalogue that is told one command after the other. */
function catalogue(): {
  apply(command: Command): ReturnType<typeof applyCommand>['result'];
  state(): State;
} {
  let state = emptyState();
  let index = 0;
  return {
    apply(command) {
      index += 1;
      const applied = applyCommand(state, encodeCommand(command), index);
      state = applied.state;
      return applied.result;
    },
    state: () => state,
  };
}

const serf = (status: CheckStatus): CheckDefinition => check('serfHealth', { status });

describe('a registration is refused', () => {
  it.each<[string, Command, string]>([
    ['without a node', register(node('')), 'Must provide node'],
    [
      'without an address',
      register(node('a', { address: '' })),
      'Must provide address if SkipNodeUpdate is not set',
    ],
    [
      'without a service name',
      register(node('a'), { service: service('') }),
      'Must provide service name (Service.Service)',
    ],
    [
      'with a wildcard address',
      register(node('a'), { service: service('web', { address: '0.0.0.0' }) }),
      'Invalid service address',
    ],
    [
      'with a check of a service that is not there',
      register(node('a'), { checks: [check('c', { serviceId: 'web' })] }),
      "Unknown service ID 'web' for check ID 'c'",
    ],
    [
      'with a check of another node',
      register(node('a'), { checks: [check('c', { node: 'b' })] }),
      'check node "b" does not match node "a"',
    ],
    ['with a NUL in a name', register(node('a\0b')), 'contains a NUL'],
  ])('%s, and nothing of it is kept', (_case, command, text) => {
    const { apply, state } = catalogue();
    const before = state();
    expect(apply(command)).toMatchObject({
      type: 'failure',
      message: expect.stringContaining(text),
    });
    expect(state()).toBe(before);
  });
});

describe('the name of a node', () => {
  const first = node('alpha', { id: 'id-1' });
  const second = node('Alpha', { id: 'id-2', address: '10.0.0.2' });

  it('belongs to a living node that has it', () => {
    const { apply } = catalogue();
    apply(register(first, { checks: [serf('passing')] }));
    expect(apply(register(second))).toMatchObject({
      code: 'NODE_CONFLICT',
      message: 'Node name Alpha is reserved by node id-1 with name alpha (10.0.0.1)',
    });
  });

  it.each<[string, readonly CheckDefinition[]]>([
    ['is dead', [serf('critical')]],
    ['never was in the gossip pool', []],
  ])('may be taken from a node that %s', (_case, checks) => {
    const { apply, state } = catalogue();
    apply(register(first, { checks }));
    expect(apply(register(second))).toEqual({ type: 'done' });
    const { result } = getNode(state(), 'alpha', ignoredWatches);
    expect(result).toMatchObject({ id: 'id-2', createIndex: 1, modifyIndex: 2 });
    expect([...state().trees.nodeNames.entries()].map(({ key }) => key)).toEqual(['id-2\0']);
  });

  it('may be given an id later', () => {
    const { apply, state } = catalogue();
    apply(register(node('alpha'), { checks: [serf('passing')] }));
    expect(apply(register(first))).toEqual({ type: 'done' });
    expect(getNode(state(), 'alpha', ignoredWatches).result?.id).toBe('id-1');
  });

  it('changes with the same id, and what was on the old name goes', () => {
    const { apply, state } = catalogue();
    apply(register(first, { service: service('web'), checks: [serf('passing')] }));
    apply(register(node('beta', { id: 'id-1' })));
    expect(getNode(state(), 'alpha', ignoredWatches).result).toBeUndefined();
    expect(getNode(state(), 'beta', ignoredWatches).result).toMatchObject({
      createIndex: 1,
      modifyIndex: 2,
    });
    expect(state().trees.services.size + state().trees.checks.size).toBe(0);
    expect(state().trees.serviceIndexes.size).toBe(0);
  });

  it('of a living node cannot be taken by renaming, even if that has no id', () => {
    const { apply } = catalogue();
    apply(register(first));
    apply(register(node('beta'), { checks: [serf('passing')] }));
    expect(apply(register(node('beta', { id: 'id-1' })))).toMatchObject({ code: 'NODE_CONFLICT' });
  });
});

describe('a registration', () => {
  it('that says nothing new changes no index', () => {
    const { apply, state } = catalogue();
    const command = register(node('a', { meta: { x: '1', y: '2' } }), {
      service: service('web', { tags: ['v1'] }),
      checks: [serf('passing'), check('c', { serviceId: 'web' })],
    });
    apply(command);
    const before = state();
    expect(apply(command)).toEqual({ type: 'done' });
    expect(state()).toBe(before);
  });

  it('with skipNodeUpdate leaves a known node alone but creates one that is not', () => {
    const { apply, state } = catalogue();
    const address = (): string | undefined => getNode(state(), 'a', ignoredWatches).result?.address;
    apply(register(node('a', { address: '' }), { skipNodeUpdate: true }));
    expect(address()).toBe('');
    apply(register(node('a', { address: '10.9.9.9' }), { skipNodeUpdate: true }));
    expect(address()).toBe('');
    apply(register(node('a', { address: '10.9.9.9' })));
    expect(address()).toBe('10.9.9.9');
  });

  it('moves the index of its own service and of no other', () => {
    const { apply, state } = catalogue();
    apply(register(node('a'), { service: service('web') }));
    apply(register(node('b'), { service: service('db') }));
    const indexOf = (name: string): number =>
      healthOfService(state(), { service: name }, ignoredWatches).index;
    expect([indexOf('web'), indexOf('db'), indexOf('none')]).toEqual([1, 2, 2]);
    apply(register(node('b'), { checks: [serf('critical')] }));
    expect([indexOf('web'), indexOf('db')]).toEqual([1, 3]);
  });

  it('that moves a check from one service to another moves the index of both', () => {
    const { apply, state } = catalogue();
    apply(register(node('a'), { service: service('web') }));
    apply(register(node('a'), { service: service('db') }));
    apply(register(node('a'), { checks: [check('c', { serviceId: 'web' })] }));
    apply(register(node('a'), { checks: [check('c', { serviceId: 'db' })] }));
    const answers = ['web', 'db'].map((name) => {
      const { index, result } = healthOfService(state(), { service: name }, ignoredWatches);
      return [index, result[0]?.checks.length];
    });
    expect(answers).toEqual([
      [4, 0],
      [4, 1],
    ]);
  });

  it('that renames a service carries its checks along', () => {
    const { apply, state } = catalogue();
    const checks = [check('c', { serviceId: 'web' })];
    apply(register(node('a'), { service: service('web'), checks }));
    apply(register(node('a'), { service: service('shop', { id: 'web', tags: ['new'] }) }));
    const [instance] = healthOfService(state(), { service: 'shop' }, ignoredWatches).result;
    expect(instance?.checks).toMatchObject([{ serviceName: 'shop', serviceTags: ['new'] }]);
    expect(healthOfService(state(), { service: 'web' }, ignoredWatches).result).toEqual([]);
    expect(state().trees.serviceIndexes.get('web\0')).toBeUndefined();
  });
});

describe('a deregistration', () => {
  const everything = register(node('a', { id: 'id-1' }), {
    service: service('web'),
    checks: [serf('passing'), check('c', { serviceId: 'web' })],
  });
  const deregister = (serviceId: string, checkId: string): Command => ({
    type: 'deregister',
    node: 'A',
    serviceId,
    checkId,
    datacenter: '',
  });

  it('of a service takes its checks with it', () => {
    const { apply, state } = catalogue();
    apply(everything);
    apply(deregister('web', ''));
    expect(servicesOfNode(state(), 'a', ignoredWatches).result).toEqual([]);
    expect(Array.from(state().trees.checks.entries(), ({ value }) => value.checkId)).toEqual([
      'serfHealth',
    ]);
  });

  it('of a node takes everything with it', () => {
    const { apply, state } = catalogue();
    apply(everything);
    apply(deregister('', ''));
    const { trees } = state();
    expect(Object.values(trees).map(({ size }) => size)).toEqual(Object.values(trees).map(() => 0));
  });

  it('of what is gone changes nothing', () => {
    const { apply, state } = catalogue();
    apply(everything);
    const before = state();
    expect(apply(deregister('none', ''))).toEqual({ type: 'done' });
    expect(apply(deregister('', 'none'))).toEqual({ type: 'done' });
    expect(state()).toBe(before);
    expect(apply({ ...deregister('', ''), node: '' } as Command)).toMatchObject({
      message: 'Must provide node',
    });
  });
});
