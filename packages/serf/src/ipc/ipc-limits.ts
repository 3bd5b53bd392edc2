/** What a client may take up. */
export interface IpcLimits {
  /** Bytes of a request's header. Default 4,096. */
  readonly headerBytesMax: number;
  /** Bytes of a request's body. Default 1 MiB. */
  readonly bodyBytesMax: number;
  /** Event streams of one connection. Default 64. */
  readonly streamCountMax: number;
  /** Queries that one connection has open at one time. Default 256. */
  readonly queryCountMax: number;
  /** Records that wait for a slow reader, for each stream and for the monitor. Default 512. */
  readonly waitingRecordCountMax: number;
  /** Bytes that wait for a slow reader, for the whole connection. Default 16 MiB. */
  readonly waitingBytesMax: number;
  /** Queries of the pool that one connection may still answer. Default 1,024. */
  readonly answerableQueryCountMax: number;
}

export const defaultIpcLimits: IpcLimits = {
  headerBytesMax: 4_096,
  bodyBytesMax: 1024 * 1024,
  streamCountMax: 64,
  queryCountMax: 256,
  waitingRecordCountMax: 512,
  waitingBytesMax: 16 * 1024 * 1024,
  answerableQueryCountMax: 1_024,
};
