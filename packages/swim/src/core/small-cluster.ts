/** Up to this many members, telling or probing each of them at once costs next to nothing. */
export const SMALL_CLUSTER_COUNT_MAX = 17;
