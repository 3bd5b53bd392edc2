import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

export interface IssueOptions {
  /** DNS name of the certificate, for example `server.dc1.consul`. */
  readonly dnsName: string;
  /** Certificates that ended yesterday. Default false. */
  readonly isExpired?: boolean;
}

/** What a server needs to prove its name, and to judge its peers; `TlsMaterial` of `@konsul/rpc`. */
export interface IssuedCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly authorityPem: string;
}

/** An authority that lives for one test file. */
export interface Authority {
  readonly pem: string;
  issue(options: IssueOptions): Promise<IssuedCertificate>;
}

let serial = 0;

export async function createAuthority(name: string): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const notBefore = new Date(Date.now() - 10 * DAY_MS);
  const notAfter = new Date(Date.now() + 10 * DAY_MS);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: `CN=${name}`,
    notBefore,
    notAfter,
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
    ],
  });
  const pem = certificate.toString('pem');
  return { pem, issue: (options) => issue({ ...options, certificate, keys, pem }) };
}

async function issue(
  options: IssueOptions & {
    readonly certificate: x509.X509Certificate;
    readonly keys: webcrypto.CryptoKeyPair;
    readonly pem: string;
  },
): Promise<IssuedCertificate> {
  const { certificate, dnsName, isExpired = false } = options;
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject: `CN=${dnsName}`,
    issuer: certificate.subject,
    notBefore: new Date(Date.now() - 5 * DAY_MS),
    notAfter: new Date(Date.now() + (isExpired ? -DAY_MS : 5 * DAY_MS)),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: options.keys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: dnsName }]),
      new x509.ExtendedKeyUsageExtension([
        x509.ExtendedKeyUsage.serverAuth,
        x509.ExtendedKeyUsage.clientAuth,
      ]),
    ],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const base64 = key.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    certificatePem: leaf.toString('pem'),
    privateKeyPem: `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`,
    authorityPem: options.pem,
  };
}

function nextSerial(): string {
  serial += 1;
  return serial.toString(16).padStart(4, '0');
}
