import { sql } from 'kysely'
import { type Answers, answerOf, type FrozenApplication } from '../../../core/forms/index.ts'
import { freeSlot, type LeadCategory, leadCategoryOf } from '../../../core/rounds/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { peopleById } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { SubmissionProblem } from '../applications.messages.ts'
import type { Application } from '../applications.store.ts'

/** Which of its lead's places in the round a submitted application holds. */
export type Slot = { readonly category: string; readonly slot: number }

/** Another submitted application of the same lead. */
type Holder = Slot & {
  readonly reference: string
  readonly submittedAt: Date
  readonly by: string | null
}

type Placed = Pick<Application, 'id' | 'roundId' | 'leadId'>

/** Of which category an application is by its answers; undefined until the question that says it is answered. */
export const categoryOf = ({ leadSlots }: Pick<RoundInFund, 'leadSlots'>, answers: Answers): LeadCategory | undefined =>
  leadCategoryOf(leadSlots, leadSlots.question === null ? undefined : answerOf(answers, leadSlots.question))

/** The other submitted applications of the lead in this round, in the order in which they were sent. */
async function holdersOf(db: Database | Tx, { id, roundId, leadId }: Placed): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select a.lead_category as category, a.lead_slot as slot, a.reference, a.submitted_at as "submittedAt",
      (select s.submitted_by from submission s where s.application_id = a.id order by s.number desc limit 1) as by
    from application a
    where a.round_id = ${roundId}::uuid and a.lead_id = ${leadId} and a.state = 'submitted' and a.id <> ${id}::uuid
    order by a.submitted_at, a.reference`.execute(db)
  return rows
}

/**
 * The place that an application is to hold. Sure only while the lead is held (`lockLead`).
 *
 * @param content what is submitted: its answers say of which category it is
 * @throws if none is free, which `slotProblem` says before
 */
export async function holdSlot(
  tx: Tx,
  application: Placed & Pick<Application, 'reference'>,
  round: Pick<RoundInFund, 'leadSlots'>,
  content: Pick<FrozenApplication, 'pages'>,
): Promise<Slot> {
  const category = categoryOf(round, answersIn(content))
  const holders = await holdersOf(tx, application)
  const taken = holders.filter((holder) => holder.category === category?.value).map(({ slot }) => slot)
  const slot = category && freeSlot(category, taken)
  if (slot === undefined) throw new Error(`no place is free for ${application.reference}, and nothing has said so`)
  return { category: category?.value ?? '', slot }
}

/** The answers that are frozen, by question. */
export const answersIn = ({ pages }: Pick<FrozenApplication, 'pages'>): Answers =>
  Object.fromEntries(pages.flatMap(({ questions }) => questions.map(({ id, value }) => [id, value])))

/** Why no place is left for an application of this category, if so: the last that was sent is named. */
export async function slotProblem(
  db: Database | Tx,
  application: Placed,
  category: LeadCategory,
): Promise<Extract<SubmissionProblem, { code: 'another-submitted' | 'category-closed' }> | undefined> {
  const { name, most, value } = category
  if (most === 0) return { code: 'category-closed', category: name }
  const others = (await holdersOf(db, application)).filter((holder) => holder.category === value)
  const last = others.at(-1)
  if (
    last === undefined ||
    freeSlot(
      category,
      others.map(({ slot }) => slot),
    ) !== undefined
  )
    return undefined
  const people = await peopleById(db, last.by === null ? [] : [last.by])
  return {
    code: 'another-submitted',
    reference: last.reference,
    submittedAt: last.submittedAt,
    by: people.get(last.by ?? '')?.name ?? '',
    most,
    category: name,
  }
}
