// For programs that run an agent in their own process.
export type { Agent, AgentOptions } from './agent.js';
export { startAgent } from './agent.js';
export type { AgentConfig } from './config/agent-config.js';
export type { ConfigSources } from './config/load-config.js';
export { loadConfig } from './config/load-config.js';
export type { AgentErrorCode } from './errors.js';
export { AgentError, isAgentError } from './errors.js';
export type { AgentLogger, AgentLoggerOptions } from './telemetry/agent-logger.js';
export { createAgentLogger } from './telemetry/agent-logger.js';
