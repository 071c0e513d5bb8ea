import type { Form } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { peopleById } from '../../accounts/index.ts'
import type { SubmissionProblem } from '../applications.messages.ts'
import type { WithAnswers } from '../applications.store.ts'
import { keysInFor } from './key-for-applicant.ts'
import { ofTeam } from './keyed.store.ts'
import { scansOf } from './keyed-scans.ts'

type Application = Pick<WithAnswers, 'reference' | 'fundId' | 'deadlineAt' | 'answers'>

/**
 * What keeps those who key in from submitting: that nothing shows what came, and what others than they wrote after the
 * deadline, which did not come in time. Of an application that this person does not key in there is none.
 */
export async function keyedProblems(
  db: Database | Tx,
  actor: Actor,
  application: Application,
  form: Form,
): Promise<readonly SubmissionProblem[]> {
  if ((await keysInFor(db, actor, application.reference)) === undefined) return []
  return [...(await scanProblems(db, application.reference)), ...(await lateProblems(db, application, form))]
}

/** Without a scan that can be opened nobody can compare. */
async function scanProblems(db: Database | Tx, reference: string): Promise<readonly SubmissionProblem[]> {
  const scans = await scansOf(db, reference)
  const bad = scans.filter(({ state }) => state === 'infected' || state === 'failed')
  return [
    ...(scans.length === 0 ? [{ code: 'scan-missing' as const }] : []),
    ...bad.map(({ name: file }) => ({ code: 'scan-unusable' as const, file })),
  ]
}

/** The team keys in what came in time at any time; what the applicant or a partner writes counts from when they do. */
async function lateProblems(
  db: Database | Tx,
  { fundId, deadlineAt, answers }: Application,
  form: Form,
): Promise<readonly SubmissionProblem[]> {
  if (deadlineAt === null) return []
  const late = form.pages.flatMap(({ id: page, questions }) =>
    questions.flatMap(({ id: question, label }) => {
      const stored = answers[question]
      return stored !== undefined && stored.savedAt > deadlineAt ? [{ page, question, label, ...stored }] : []
    }),
  )
  const writers = [...new Set(late.map(({ savedBy }) => savedBy))]
  if (writers.length === 0) return []
  const team = await ofTeam(db, fundId, writers)
  const people = await peopleById(db, writers)
  return late
    .filter(({ savedBy }) => !team.has(savedBy))
    .map(({ page, question, label, savedAt, savedBy }) => ({
      code: 'changed-late',
      page,
      question,
      label,
      by: people.get(savedBy)?.name || people.get(savedBy)?.email || 'somebody who has left',
      at: savedAt,
    }))
}
