/** What a router tells its listeners. */
export type RouterEvents = {
  /** No server of the datacenter answered through this area. */
  'datacenter-offline': readonly [{ readonly areaId: string; readonly datacenter: string }];
  /** A server of it answers, or joined, again. */
  'datacenter-online': readonly [{ readonly areaId: string; readonly datacenter: string }];
};
