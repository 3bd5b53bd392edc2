import { readdir, readFile, readlink } from 'node:fs/promises';

/** As /proc/net/tcp spells an IPv4 endpoint: bytes in the order of the machine, in hex. */
function procAddress({ host, port }) {
  const bytes = host.split('.').reverse();
  const hex = (number, digits) => Number(number).toString(16).toUpperCase().padStart(digits, '0');
  return `${bytes.map((byte) => hex(byte, 2)).join('')}:${hex(port, 4)}`;
}

/**
 * Finds the TCP socket that is bound to an endpoint of this machine (Linux).
 *
 * @returns a function that says whether a process, one of the caller's own, has this socket.
 */
export async function isSocketOf(endpoint) {
  const local = procAddress(endpoint);
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  const fields = rows.map((row) => row.trim().split(/\s+/)).find((row) => row[1] === local);
  const wanted = `socket:[${fields?.[9]}]`;
  return async (pid) => {
    const directory = `/proc/${pid}/fd`;
    const names = await readdir(directory).catch(() => []);
    const links = await Promise.all(
      names.map((name) => readlink(`${directory}/${name}`).catch(() => '')),
    );
    return links.includes(wanted);
  };
}
