import type { ApiRequest } from './api-request.js';
import { HttpError } from './http-error.js';

/**
 * Refuses requests for a namespace or partition, of which there is one only.
 *
 * @throws HttpError 400
 */
export function refuseNamespaces(request: ApiRequest): void {
  if (request.text('ns') !== '') throw refusal('query parameter: "ns"', 'Namespaces');
  if (request.header('x-consul-namespace') !== '') {
    throw refusal('header: "X-Consul-Namespace"', 'Namespaces');
  }
  if (!['', 'default'].includes(request.text('partition'))) {
    throw refusal('query parameter: "partition"', 'Partitions');
  }
  if (!['', 'default'].includes(request.header('x-consul-partition'))) {
    throw refusal('header: "X-Consul-Partition"', 'Partitions');
  }
}

function refusal(where: string, what: string): HttpError {
  return new HttpError(400, `Invalid ${where} - ${what} are a Consul Enterprise feature`);
}
