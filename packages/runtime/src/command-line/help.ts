import type { Command, CommandTree } from './command.js';
import type { FlagSpec } from './flag-spec.js';
import { formatTable } from './format-table.js';

/** How a command is called, what it is for, and its flags. */
export function commandHelp(name: string, { usage, help, flags }: Command<never>): string {
  const options = flags.length === 0 ? '' : `\n\n${describeFlags(flags)}`;
  return `Usage: ${name} ${usage}\n\n  ${help}${options}\n`;
}

/** The commands of a group, or of the whole program. */
export function groupHelp(name: string, tree: CommandTree<never>): string {
  const names = Object.keys(tree).sort();
  const list = formatTable(
    names.map((command) => [`    ${command}`, tree[command]?.synopsis ?? '']),
  );
  return `Usage: ${name} <command> [options]\n\nCommands:\n${list}\n`;
}

function describeFlags(flags: readonly FlagSpec[]): string {
  const rows = flags
    .filter(({ isHidden }) => isHidden !== true)
    .map(({ name, kind, help }) => [`  -${name}${kind === 'boolean' ? '' : '=<value>'}`, help]);
  return formatTable(rows);
}
