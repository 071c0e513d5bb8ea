export {
  type AuditEvent,
  eventRow,
  eventRowFrom,
  eventRowsFrom,
  eventsOf,
  oldestUnsealedAt,
  recordEvent,
} from './audit.store.ts'
export { sealAll, sealEvents, startSealer } from './seal-events.ts'
export { type LogReport, verifyLog } from './verify-log.ts'
