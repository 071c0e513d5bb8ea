export type { Unplaced } from './explain-unplaced.ts'
export { brokenRule, nodesAtFirst, type Placed, planInterviews, type Timetable } from './plan-interviews.ts'
export type { Interview, Member, PublishedPlace, Session, TimetableCase } from './timetable-case.ts'
