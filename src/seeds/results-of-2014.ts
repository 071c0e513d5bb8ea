import { insertReportedAward } from '../features/publishing/results/reported-awards.store.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'

const yearBook = {
  sourceTitle: 'Municipal Year Book, Transforming delivery of local government services',
  sourceUrl: 'http://www.municipalyearbook.co.uk/Transforming-Delivery-of-Local-Government-Services',
}

/** The ten awards of 2014, of which three could be read. What each was worth, and when it was decided, was not found. */
const awards = [
  {
    organisationId: 'KHL',
    project: 'Redesign of adult social care: independence, choice, control, value for money, integration',
  },
  { organisationId: 'MAN', project: 'A new delivery model for domestic violence and abuse services' },
  { organisationId: 'WLL', project: 'Options for transforming Walsall Adult and Community College' },
  { organisationId: null, project: '', awards: 7 },
] as const

/** Writes who was awarded something in 2014, as far as it was published. */
export async function seedResultsOf2014(tx: Tx, services: Pick<Services, 'newId'>, roundId: string): Promise<void> {
  for (const [index, award] of awards.entries())
    await insertReportedAward(tx, {
      awards: 1,
      ...award,
      ...yearBook,
      id: services.newId(),
      roundId,
      position: index + 1,
    })
}
