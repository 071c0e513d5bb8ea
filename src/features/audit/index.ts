export { type AuditEvent, eventRow, eventRowFrom, eventsOf, recordEvent } from './audit.store.ts'
export { sealEvents, startSealer } from './seal-events.ts'
export { type LogReport, verifyLog } from './verify-log.ts'
