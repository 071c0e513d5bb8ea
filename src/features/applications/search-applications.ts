import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import type { Found, Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { possessive } from './applications.messages.ts'
import { applicationPath, manageApplicationPath } from './applications.paths.ts'
import { applicationsByWords } from './search.store.ts'

/** Applications by reference, authority, fund and answers: one statement. */
export async function searchApplications(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const reader = {
    personId: actor.personId,
    organisationIds: organisationsOf(actor),
    fundIds: fundsWith(actor, 'application:list'),
  }
  const rows = await applicationsByWords(db, { ...search, ...reader })
  return rows.map(({ reference, lead, fund, fundName, round, roundName, own, ...match }) => ({
    kind: 'application',
    href: own ? applicationPath(reference) : manageApplicationPath(fund, round, reference),
    title: `${possessive(lead)} application ${reference}`,
    detail: `${fundName}, ${roundName}`,
    ...match,
  }))
}
