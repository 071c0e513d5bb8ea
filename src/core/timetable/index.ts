export type { Unplaced } from './explain-unplaced.ts'
export { brokenRule, type Placed, planInterviews, type Timetable } from './plan-interviews.ts'
export type { Interview, Member, Session, TimetableCase } from './timetable-case.ts'
