import { readdir, readFile } from 'node:fs/promises';
import { createTlsCredentials, type TlsCredentials } from '@konsul/rpc';
import type { AgentConfig } from './config/agent-config.js';
import { AgentError } from './errors.js';

/**
 * The certificates of the server port; undefined where none are configured.
 *
 * @throws AgentError INVALID_CONFIG naming the key and the file that cannot be used.
 */
export async function loadServerCredentials(
  config: AgentConfig,
): Promise<TlsCredentials | undefined> {
  const { internalRpc } = config.tls;
  const { certFile, keyFile, caFile, caPath } = internalRpc;
  if (certFile === undefined || keyFile === undefined) return undefined;
  const [certificatePem, privateKeyPem, authorityPem] = await Promise.all([
    readPem('tls.internal_rpc.cert_file', certFile),
    readPem('tls.internal_rpc.key_file', keyFile),
    caFile === undefined ? readAuthorities(caPath) : readPem('tls.internal_rpc.ca_file', caFile),
  ]);
  return createTlsCredentials({
    certificatePem,
    privateKeyPem,
    authorityPem,
    domain: config.domain.replace(/\.$/, ''),
    minVersion: internalRpc.minVersion === 'TLSv1_3' ? 'TLSv1.3' : 'TLSv1.2',
    isServerNameVerified: internalRpc.verifyServerHostname,
  });
}

async function readAuthorities(directory: string | undefined): Promise<string> {
  const key = 'tls.internal_rpc.ca_path';
  if (directory === undefined) {
    throw new AgentError(
      'INVALID_CONFIG',
      'tls.internal_rpc needs ca_file or ca_path beside its certificate',
    );
  }
  const names = await readdir(directory).catch((error: unknown) => {
    throw unreadable(key, directory, error);
  });
  const files = names.filter((name) => /\.(pem|crt|cer)$/.test(name)).sort();
  return (await Promise.all(files.map((name) => readPem(key, `${directory}/${name}`)))).join('\n');
}

async function readPem(key: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(key, path, error);
  }
}

function unreadable(key: string, path: string, error: unknown): AgentError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AgentError('INVALID_CONFIG', `${key} "${path}" cannot be read: ${reason}`, {
    cause: error,
  });
}
