import { answerOf, answersSetAside, answerWords, type Form } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type DraftsToMove, formVersionById } from '../../forms/index.ts'
import { authorityNames } from '../find-problems.ts'
import { answerFacts } from '../screening/answer-facts.ts'
import { holdUnsubmitted, type KeptAside, moveRows, type ToMove } from './form-changes.store.ts'
import { tellOfFormChange } from './tell-of-form-change.ts'

/**
 * Moves every application of a round that is not submitted to the version of the form that the round has taken up. Answers
 * stay by the id of their question; those that have no place are set aside in words. Everyone who can write one is told.
 * What is submitted keeps its version.
 *
 * @returns how many moved
 */
export async function moveDrafts(tx: Tx, services: Services, asked: DraftsToMove): Promise<number> {
  const { round, to, personId, at } = asked
  const drafts = await holdUnsubmitted(tx, round.id, to.id)
  if (drafts.length === 0) return 0
  const forms = new Map<string, Form>()
  for (const id of new Set(drafts.map(({ formVersionId }) => formVersionId))) {
    const version = await formVersionById(tx, id)
    if (version !== undefined) forms.set(id, version.definition)
  }
  const moves = []
  for (const draft of drafts) {
    const setAside = await keptAside(tx, forms.get(draft.formVersionId), to.definition, draft)
    moves.push({ id: services.newId(), applicationId: draft.id, setAside })
  }
  await moveRows(tx, moves, { versionId: to.id, personId, at })
  for (const { id: applicationId } of drafts)
    await answerFacts(tx, { form: to.definition, applicationId, personId, at })
  const setAside = new Map(moves.map((move) => [move.applicationId, move.setAside.length]))
  await tellOfFormChange(
    tx,
    services,
    asked,
    drafts.flatMap((draft) => {
      const before = forms.get(draft.formVersionId)
      return before === undefined ? [] : [{ ...draft, before, setAside: setAside.get(draft.id) ?? 0 }]
    }),
  )
  return drafts.length
}

async function keptAside(tx: Tx, before: Form | undefined, after: Form, draft: ToMove): Promise<readonly KeptAside[]> {
  if (before === undefined) return []
  const lost = answersSetAside(before, after, draft.answers)
  const nameOf = lost.length === 0 ? undefined : await authorityNames(tx, before, draft.answers)
  return lost.map(({ question, reason }) => ({
    question: question.id,
    label: question.label,
    answer: answerWords(question, answerOf(draft.answers, question.id) ?? null, nameOf),
    reason,
  }))
}
