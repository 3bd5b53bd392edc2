import { tableKey } from '../state/byte-string.js';
import { deleteCheck, ensureCheck } from '../state/checks.js';
import { type CommandFailure, commandFailure } from '../state/command-failure.js';
import type { CommandResult } from '../state/command-result.js';
import { deleteNode, ensureNode } from '../state/nodes.js';
import { deleteService, ensureService } from '../state/services.js';
import type { StateTransaction } from '../state/state-transaction.js';
import type { DeregisterCommand, RegisterCommand } from './command.js';

const done: CommandResult = { type: 'done' };

/** Applies a registration: the node, then its service, then the checks. */
export function applyRegister(
  transaction: StateTransaction,
  command: RegisterCommand,
): CommandResult {
  const invalid = validateRegistration(command);
  if (invalid !== undefined) return invalid;
  const { node, service, checks, skipNodeUpdate } = command;
  const isKnown = transaction.get('nodes', tableKey(node.node)) !== undefined;
  if (!isKnown || !skipNodeUpdate) {
    const failure = ensureNode(transaction, node);
    if (failure !== undefined) return failure;
  }
  if (service !== undefined) {
    const failure = ensureService(transaction, node.node, service);
    if (failure !== undefined) return failure;
  }
  for (const check of checks) {
    const failure = ensureCheck(transaction, node.node, check);
    if (failure !== undefined) return failure;
  }
  return done;
}

/** Applies a deregistration, which may name what is gone already. */
export function applyDeregister(
  transaction: StateTransaction,
  command: DeregisterCommand,
): CommandResult {
  const { node, serviceId, checkId } = command;
  if (node === '') return commandFailure('INVALID', 'Must provide node');
  if (serviceId !== '') deleteService(transaction, node, serviceId);
  else if (checkId !== '') deleteCheck(transaction, node, checkId);
  else deleteNode(transaction, node);
  return done;
}

/** What is wrong with a registration in itself, whatever the catalogue holds. */
export function validateRegistration(command: RegisterCommand): CommandFailure | undefined {
  const { node, service, checks, skipNodeUpdate } = command;
  if (node.node === '') return commandFailure('INVALID', 'Must provide node');
  if (node.address === '' && !skipNodeUpdate) {
    return commandFailure('INVALID', 'Must provide address if SkipNodeUpdate is not set');
  }
  if (service !== undefined && service.service === '') {
    return commandFailure(
      'INVALID',
      'Must provide service name (Service.Service) when service ID is provided',
    );
  }
  if (service !== undefined && isWildcardAddress(service.address)) {
    return commandFailure('INVALID', 'Invalid service address');
  }
  for (const check of checks) {
    if (check.checkId === '') return commandFailure('INVALID', 'Must provide check id (CheckID)');
    if (check.node !== '' && tableKey(check.node) !== tableKey(node.node)) {
      return commandFailure(
        'INVALID',
        `check node "${check.node}" does not match node "${node.node}"`,
      );
    }
  }
  return validateNames(command);
}

/** NUL ends the parts of a table key, so no name that becomes one may contain it. */
function validateNames({ node, service, checks }: RegisterCommand): CommandFailure | undefined {
  const names = [node.node, node.id, service?.id ?? '', service?.service ?? ''];
  for (const check of checks) names.push(check.checkId, check.serviceId);
  const offender = names.find((name) => name.includes('\0'));
  return offender === undefined
    ? undefined
    : commandFailure('INVALID', `Name ${JSON.stringify(offender)} contains a NUL`);
}

function isWildcardAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '[::]';
}
