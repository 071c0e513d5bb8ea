import { areasIn, modelsIn } from '../../core/assessment/index.ts'
import { eligibility, type Form } from '../../core/forms/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertRows } from './insert-rows.ts'
import type { SeededBid } from './seed-applications.ts'

/** A bid that is scored, with what it is about. */
export type ScoredBid = { readonly id: string; readonly serviceName: string; readonly serviceAreas: readonly string[] }

export type SiftCase = {
  readonly form: Form
  readonly bids: readonly SeededBid[]
  /** Places in the list of bids. */
  readonly outOfScope: ReadonlySet<number>
  readonly duplicate: ReadonlyMap<number, number>
  readonly siftedAt: Date
  readonly siftedBy: string
}

const notAReview = 'It asks for a building and its repair. Nothing in it is a review of how a service is delivered.'

/** What the programme team of a made-up round found of what was sent in. @returns those that are scored */
export async function seedSift(tx: Tx, given: SiftCase): Promise<readonly ScoredBid[]> {
  const { form, bids, outOfScope, duplicate, siftedAt, siftedBy } = given
  const found = bids.flatMap((bid, place) => {
    if (bid.withdrawn === true) return []
    const { failed } = eligibility(form, bid.answers)
    const twin = bids[duplicate.get(place) ?? -1]
    const eligible = failed.length === 0 && twin === undefined
    const scope = !eligible ? 'open' : outOfScope.has(place) ? 'out-of-scope' : 'in-scope'
    const serviceName = String(bid.answers['service-name'] ?? '')
    return [{ bid, failed, twin, eligible, scope, serviceName, areas: areasIn(serviceName) }]
  })
  const rows = found.map(({ bid, failed, twin, eligible, scope, areas }) => ({
    application_id: bid.id,
    eligibility: eligible ? 'eligible' : twin === undefined ? 'ineligible' : 'duplicate',
    eligibility_reason:
      twin === undefined
        ? failed.map(({ clause = '', text }) => `${clause}. ${text}`).join(' ')
        : `The same bid as ${twin.reference}, sent by its partner.`,
    scope,
    scope_reason: scope === 'out-of-scope' ? notAReview : '',
    service_areas: areas,
    delivery_models: modelsIn(Array.isArray(bid.answers.models) ? bid.answers.models.map(String) : []),
    sifted_at: siftedAt,
    sifted_by: siftedBy,
  }))
  const words = { eligibility: 'text', eligibility_reason: 'text', scope: 'text', scope_reason: 'text' }
  const lists = { service_areas: 'text[]', delivery_models: 'text[]', sifted_at: 'timestamptz', sifted_by: 'uuid' }
  await insertRows(tx, 'application_sift', { application_id: 'uuid', ...words, ...lists }, rows)
  return found
    .filter(({ scope }) => scope === 'in-scope')
    .map(({ bid, serviceName, areas }) => ({ id: bid.id, serviceName, serviceAreas: areas }))
}
