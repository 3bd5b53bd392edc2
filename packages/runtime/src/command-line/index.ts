// For authors of programs: flags as Go has them, commands with their help, tables, signals, keys.
export type { Command, CommandCall, CommandNode, CommandTree } from './command.js';
export type { FlagSpec } from './flag-spec.js';
export { booleanFlags, listFlags, valueFlags } from './flag-spec.js';
export { FlagValues } from './flag-values.js';
export { formatTable } from './format-table.js';
export type { ParsedArguments } from './parse-arguments.js';
export { parseArguments } from './parse-arguments.js';
export type { CommandProcess, ProcessSignal } from './process.js';
export { commandProcess } from './process.js';
export type { Program } from './program.js';
export { runProgram } from './program.js';
export { randomKey } from './random-key.js';
