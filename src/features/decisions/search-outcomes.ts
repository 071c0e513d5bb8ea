import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import type { Found, Search } from '../../core/search/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import { awardPath, managedAwardPath } from './awarding/awarding.paths.ts'
import { interviewPath, ownInterviewPath } from './interviewing/interviewing.paths.ts'
import { outcomesByWords } from './search.store.ts'

/** Awards and interviews by reference, authority and fund: one statement. */
export async function searchOutcomes(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await outcomesByWords(db, {
    ...search,
    email: actor.email,
    organisationIds: organisationsOf(actor),
    awardFundIds: fundsWith(actor, 'decision:read'),
    interviewFundIds: fundsWith(actor, 'interview:run'),
  })
  return rows.map(({ kind, reference, council, fund, fundName, round, roundName, own, startsAt, ...match }) => {
    const where = `${fundName}, ${roundName}`
    return kind === 'award'
      ? {
          kind,
          href: own ? awardPath(reference) : managedAwardPath(fund, round, reference),
          title: `Award to ${council} ${reference}`,
          detail: where,
          ...match,
        }
      : {
          kind,
          href: own ? ownInterviewPath(reference) : interviewPath(fund, round, reference),
          title: `Interview of ${council} ${reference}`,
          detail: startsAt === null ? where : `${where}, ${ukTime(startsAt)}`,
          ...match,
        }
  })
}
