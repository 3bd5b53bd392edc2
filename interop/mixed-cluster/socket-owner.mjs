import { readdir, readFile, readlink } from 'node:fs/promises';

/** As /proc/net/tcp spells an IPv4 endpoint: bytes in the order of the machine, in hex. */
function procAddress({ host, port }) {
  const bytes = host.split('.').reverse();
  const hex = (number, digits) => Number(number).toString(16).toUpperCase().padStart(digits, '0');
  return `${bytes.map((byte) => hex(byte, 2)).join('')}:${hex(port, 4)}`;
}

/**
 * Finds a TCP connection of this machine (Linux) by both its ends, of which the first is asked for. One end
 * is not enough: connections to different places share a port, also with those that have just been closed.
 *
 * @returns a function that says whether a process, one of the caller's own, has this connection.
 */
export async function isConnectionOf(near, far) {
  const ends = [procAddress(near), procAddress(far)].join(' ');
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  const fields = rows
    .map((row) => row.trim().split(/\s+/))
    .find(([, local, remote]) => `${local} ${remote}` === ends);
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
