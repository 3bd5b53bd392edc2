import type { TlsConfig } from './agent-config.js';
import type { Findings } from './findings.js';
import type { AgentSettings } from './settings.js';
import type { TlsListenerSettings } from './settings-sections.js';

/** Applies `tls.defaults` to each kind of listener and checks that what is asked for can be done. */
export function resolveTls(settings: AgentSettings, findings: Findings): TlsConfig {
  const { tls, ports } = settings;
  const resolved: TlsConfig = {
    internalRpc: withDefaults(tls.defaults, tls.internalRpc),
    https: withDefaults(tls.defaults, tls.https),
  };
  checkListener('tls.internal_rpc', resolved.internalRpc, findings);
  checkListener('tls.https', resolved.https, findings);
  if (ports.https >= 0 && (!resolved.https.certFile || !resolved.https.keyFile)) {
    findings.problem('ports', 'ports.https', 'needs tls.https.cert_file and tls.https.key_file');
  }
  return resolved;
}

function withDefaults(
  defaults: Partial<TlsListenerSettings>,
  own: Partial<TlsListenerSettings>,
): TlsListenerSettings {
  const given = { ...defaults, ...own };
  const verifyServerHostname = given.verifyServerHostname ?? false;
  return {
    caFile: given.caFile,
    caPath: given.caPath,
    certFile: given.certFile,
    keyFile: given.keyFile,
    verifyIncoming: given.verifyIncoming ?? false,
    // A name can only be checked on connections that are checked at all.
    verifyOutgoing: (given.verifyOutgoing ?? false) || verifyServerHostname,
    verifyServerHostname,
    minVersion: given.minVersion ?? 'TLSv1_2',
  };
}

function checkListener(key: string, listener: TlsListenerSettings, findings: Findings): void {
  const hasAuthority = Boolean(listener.caFile) || Boolean(listener.caPath);
  const hasCertificate = Boolean(listener.certFile);
  if (hasCertificate !== Boolean(listener.keyFile)) {
    findings.problem('tls', key, 'cert_file and key_file must be given together');
  }
  if (listener.verifyIncoming && !hasAuthority) {
    findings.problem('tls', `${key}.verify_incoming`, 'needs ca_file or ca_path');
  }
  if (listener.verifyIncoming && !hasCertificate) {
    findings.problem('tls', `${key}.verify_incoming`, 'needs cert_file and key_file');
  }
  if (listener.verifyOutgoing && !hasAuthority) {
    findings.problem('tls', `${key}.verify_outgoing`, 'needs ca_file or ca_path');
  }
}
