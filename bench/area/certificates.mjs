import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDirectory } from '../harness/paths.mjs';

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];

/**
 * Certificates of one authority, for a server of each datacenter. Made by the `openssl` command.
 *
 * @returns material for `createTlsCredentials`, by datacenter; undefined without the command.
 */
export function createCertificates(datacenters) {
  return withDirectory((directory) => {
    const path = (name) => join(directory, name);
    const request = (...options) =>
      execFileSync('openssl', ['req', '-x509', ...NEW_KEY, ...options], { stdio: 'ignore' });
    const authority = ['-keyout', path('ca.key'), '-out', path('ca.pem'), '-subj', '/CN=bench'];
    try {
      request(...authority);
    } catch {
      return undefined;
    }
    const issued = datacenters.map((datacenter) => {
      const name = `server.${datacenter}.consul`;
      const files = ['-keyout', path(`${name}.key`), '-out', path(`${name}.pem`)];
      const issuer = ['-CA', path('ca.pem'), '-CAkey', path('ca.key')];
      const usage = ['-addext', 'extendedKeyUsage=serverAuth,clientAuth'];
      const names = ['-addext', `subjectAltName=DNS:${name}`, '-subj', `/CN=${name}`];
      request(...files, ...issuer, ...usage, ...names);
      const material = {
        certificatePem: readFileSync(path(`${name}.pem`), 'utf8'),
        privateKeyPem: readFileSync(path(`${name}.key`), 'utf8'),
        authorityPem: readFileSync(path('ca.pem'), 'utf8'),
      };
      return [datacenter, material];
    });
    return Object.fromEntries(issued);
  });
}
