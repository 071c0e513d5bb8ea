import { answerOf, answersSetAside, answerWords, type Form } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type DraftsToMove, describeChanges, formVersionById } from '../../forms/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { authorityNames } from '../find-problems.ts'
import { queueAbout } from '../queue-about.ts'
import { answerFacts } from '../screening/answer-facts.ts'
import { holdUnsubmitted, type KeptAside, moveRows, peopleOfLeads, type ToMove } from './form-changes.store.ts'

/** So many changes are named in the email; the task list has them all. */
const mostNamed = 20

/**
 * Moves every application of a round that is not submitted to the version of the form that the round has taken up. Answers
 * stay by the id of their question; those that have no place are set aside in words. The people of each lead are told.
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
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  for (const person of await peopleOfLeads(tx, [...byId.keys()])) {
    const draft = byId.get(person.applicationId)
    const before = draft && forms.get(draft.formVersionId)
    if (draft === undefined || before === undefined) continue
    const changes = describeChanges(before, to.definition).map(({ text }) => text)
    const setAside = moves.find(({ applicationId }) => applicationId === draft.id)?.setAside.length ?? 0
    const { illustrative } = draft
    await queueAbout(
      tx,
      services,
      { illustrative, fundId: round.fundId },
      {
        kind: 'form-changed',
        recipient: person.email,
        personId: person.personId,
        ...changeMessage(
          draft,
          { fund: round.fund.name, round: round.name, note: to.changeNote, changes, setAside },
          {
            origin: originForMail(services.config),
          },
        ),
      },
    )
  }
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

type Changed = {
  readonly fund: string
  readonly round: string
  readonly note: string
  readonly changes: readonly string[]
  readonly setAside: number
}

/** The email that says so: plain text. */
function changeMessage(
  { reference, leadName }: ToMove,
  { fund, round, note, changes, setAside }: Changed,
  { origin }: { readonly origin: string },
): { readonly subject: string; readonly body: string } {
  const more = changes.length > mostNamed ? [`- and ${changes.length - mostNamed} more`] : []
  return {
    subject: `The form has changed for application ${reference}: ${fund}`,
    body: [
      `The form of ${fund}, ${round}, has changed. The application of ${leadName} is not submitted, so it answers the new form from now on. What you wrote is kept.`,
      ...(note === '' ? [] : [note]),
      ...(changes.length === 0
        ? []
        : [`What changed:\n${[...changes.slice(0, mostNamed).map((text) => `- ${text}`), ...more].join('\n')}`]),
      ...(setAside === 0
        ? []
        : [
            `${setAside === 1 ? '1 answer has' : `${setAside} answers have`} no place in the new form. You can still read ${setAside === 1 ? 'it' : 'them'} in your list of tasks.`,
          ]),
      `Look at application ${reference}:\n${origin}${applicationPath(reference)}`,
    ].join('\n\n'),
  }
}
