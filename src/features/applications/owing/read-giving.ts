import { notFound } from '../../../core/errors.ts'
import { type Question, whatIsVisible } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import { type Writer, writersOf } from '../colleagues/writers.store.ts'
import { openApplication, valuesOf } from '../open-application.ts'
import { type Assignable, type AssignablePlace, findAssignable } from './find-assignable.ts'
import { type Assignment, type Assignments, assignmentsOf } from './owing.store.ts'

/** A page or a question that is to be given, and to whom it can be. */
export type Giving = {
  readonly illustrative: boolean
  /** Whether it is submitted, so that nothing of it is given any more. */
  readonly submitted: boolean
  readonly place: AssignablePlace
  /** Who has it now. */
  readonly now: Assignment | undefined
  /** Who has its page now. */
  readonly ofPage: Assignment | undefined
  /** Of a page with several: those that are asked, as the answers stand. */
  readonly questions: readonly Question[]
  readonly given: Assignments
  /** Those who can write the page. */
  readonly writers: readonly Writer[]
}

/** @throws {NotFound} if the application is not this person's to write for the lead, or its form has no such page or question */
export async function readGiving(
  db: Database,
  actor: Actor,
  { reference, given, at }: { readonly reference: string; readonly given: Assignable; readonly at: Date },
): Promise<Giving> {
  const { application } = await openApplication(db, actor, { reference, questions: 'all', need: 'write', at })
  const form = (await formVersionById(db, application.formVersionId))?.definition
  const place = form && findAssignable(form, given)
  if (form === undefined || place === undefined) throw notFound(given.kind)
  const { page } = place
  const assignments = await assignmentsOf(db, application.id)
  const asked = whatIsVisible(form, valuesOf(application.answers)).pages.find((one) => one.page.id === page.id)
  const writers = await writersOf(db, application.id, isoDay(at))
  const ofPage = assignments.pages.get(page.id)
  return {
    illustrative: application.illustrative,
    submitted: application.state === 'submitted',
    place,
    now: given.kind === 'page' ? ofPage : assignments.questions.get(given.id),
    ofPage,
    questions: page.questions.length === 1 ? [] : (asked?.questions ?? []),
    given: assignments,
    writers: writers.filter(({ pages }) => pages === null || pages.includes(page.id)),
  }
}
