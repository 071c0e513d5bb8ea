export { type AuditEvent, eventRow, eventsOf, recordEvent } from './audit.store.ts'
export { sealEvents, startSealer } from './seal-events.ts'
export { type LogReport, verifyLog } from './verify-log.ts'
