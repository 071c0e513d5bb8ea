export { type CalendarReply, readCalendarReply } from './calendar-reply.ts'
export * from './calendar-text.ts'
