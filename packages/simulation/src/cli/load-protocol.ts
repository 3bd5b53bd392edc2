import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SimulatedProtocol } from '../simulated-protocol.js';
import { SimulationError } from '../simulation-error.js';

const DEFAULT_PROTOCOL = '@konsul/swim/simulated';

/**
 * Loads the module of a protocol: a file, from the working directory, or a package that can be
 * found from here.
 *
 * @throws SimulationError `PROTOCOL_MISSING` with what can be done about it.
 */
export async function loadProtocol(name: string = DEFAULT_PROTOCOL): Promise<SimulatedProtocol> {
  const isFile = existsSync(name);
  if (!isFile && (isAbsolute(name) || /^\.\.?[/\\]/.test(name))) {
    const hint = `there is no such file from ${process.cwd()} on`;
    throw new SimulationError('PROTOCOL_MISSING', `${name} cannot be loaded: ${hint}`);
  }
  let loaded: object;
  try {
    loaded = (await import(isFile ? pathToFileURL(resolve(name)).href : name)) as object;
  } catch (cause) {
    const hint =
      name === DEFAULT_PROTOCOL
        ? 'run `npm install @konsul/swim`, or name another one with --protocol'
        : 'give the path of a module, or the name of an installed package';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SimulationError('PROTOCOL_MISSING', `${name} cannot be loaded: ${reason}; ${hint}`, {
      cause,
    });
  }
  const protocol: unknown = Reflect.get(loaded, 'protocol');
  if (!isProtocol(protocol)) {
    throw new SimulationError(
      'PROTOCOL_MISSING',
      `${name} has no export \`protocol\` with a name and a function \`start\``,
    );
  }
  return protocol;
}

function isProtocol(value: unknown): value is SimulatedProtocol {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'name') === 'string' &&
    typeof Reflect.get(value, 'start') === 'function'
  );
}
