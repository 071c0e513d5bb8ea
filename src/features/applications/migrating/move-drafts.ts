import {
  type AnswerSetAside,
  answerOf,
  answersSetAside,
  answerWords,
  type Form,
  movedPages,
} from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type DraftsToMove, formVersionById } from '../../forms/index.ts'
import { authorityNames } from '../find-problems.ts'
import { answerFacts } from '../screening/answer-facts.ts'
import { carryPages } from './carry-pages.store.ts'
import { holdUnsubmitted, type KeptAside, type Move, moveRows, type ToMove } from './form-changes.store.ts'
import { tellOfFormChange } from './tell-of-form-change.ts'

/**
 * Moves every application of a round that is not submitted to the version of the form that the round has taken up. Answers
 * stay by the id of their question; those that have no place are set aside in words. Everyone who can write one is told, and
 * whoever was given a page that goes has those on which its questions stand now.
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
  const moves: Move[] = []
  for (const draft of drafts) {
    const before = forms.get(draft.formVersionId)
    const lost = before === undefined ? [] : answersSetAside(before, to.definition, draft.answers)
    const setAside = before === undefined ? [] : await keptAside(tx, before, draft, lost)
    moves.push({ id: services.newId(), applicationId: draft.id, setAside, trimmed: trimmed(lost) })
  }
  await moveRows(tx, moves, { versionId: to.id, personId, at })
  for (const [versionId, before] of forms) {
    const moved = movedPages(before, to.definition)
    const ids = drafts.filter(({ formVersionId }) => formVersionId === versionId).map(({ id }) => id)
    if (moved.length > 0) await carryPages(tx, ids, moved, at)
  }
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

/** What goes, in words. */
async function keptAside(
  tx: Tx,
  before: Form,
  { answers }: ToMove,
  lost: readonly AnswerSetAside[],
): Promise<readonly KeptAside[]> {
  const nameOf = lost.length === 0 ? undefined : await authorityNames(tx, before, answers)
  return lost.map(({ question, reason, split }) => ({
    question: question.id,
    label: question.label,
    answer:
      split === undefined
        ? answerWords(question, answerOf(answers, question.id) ?? null, nameOf)
        : answerWords(split.gone.question, split.gone.answer, nameOf),
    reason: split === undefined ? reason : 'part',
  }))
}

/** What stays of answers that do not fit; one that is not asked any more stays as it is. */
const trimmed = (lost: readonly AnswerSetAside[]): Move['trimmed'] =>
  lost
    .filter(({ reason }) => reason === 'unfit')
    .map(({ question, split }) => ({ question: question.id, value: split?.kept ?? null }))
