import { may } from '../../../core/permissions/index.ts'
import { yearEndFindings } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { typedDay } from '../../../core/time/typed-day.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { awardPath } from '../../decisions/index.ts'
import { allFilesOf } from '../../files/index.ts'
import { readDayTyped } from '../orders/typed-terms.ts'
import type { OpenedPackage } from '../packages/open-package.ts'
import type { SentForm } from '../show-order.routes.ts'
import { packageCrumbs } from '../support-crumbs.ts'
import {
  describeClaims,
  describeInstalments,
  describeSettling,
  grantStatistics,
  type LookingAtGrant,
} from './describe-grant.ts'
import { isFinanceOfficer } from './finance-officer.ts'
import { findingWords, shownStatement, statedWords, yearWords } from './grants.messages.ts'
import { grantPartPath } from './grants.paths.ts'
import { readGrant } from './open-grant.ts'
import { grantPage } from './pages/grant.ts'
import type { SettlingModel } from './pages/settling.ts'
import { reviewableYears } from './review-year.ts'

/** An award of money with all that came of it, and what is wrong with what was sent. */
export async function showGrant(services: Services, ask: Ask, opened: OpenedPackage, sent?: SentForm): Promise<Answer> {
  const { db } = services
  const { award, place } = opened
  const acts = award.accepted && (place.side === 'council' || may(ask.actor, 'support:run', award.fundId))
  const looking: LookingAtGrant = { ...opened, grant: await readGrant(db, award), acts, at: ask.receivedAt }
  const files = await allFilesOf(db, { type: 'support', id: award.reference })
  const dayOf = (form: string, field: string) => (sent?.form === form ? readDayTyped(ask.form, field) : typedDay(null))
  const runs = acts && place.side === 'team'
  return show(
    grantPage({
      illustrative: award.illustrative,
      breadcrumbs: packageCrumbs(place, award),
      council: award.council,
      title: award.title,
      ended: !award.accepted,
      statistics: grantStatistics(looking),
      instalments: {
        ...describeInstalments(looking, files),
        setHref: runs ? grantPartPath(place, award.reference, 'instalments') : undefined,
      },
      claims: {
        claims: describeClaims(looking, files).map(({ payAction, ...claim }) => ({
          ...claim,
          pay: payAction && { ...payAction, paid: dayOf(payAction.form, 'paid') },
        })),
      },
      settling: {
        ...describeSettling(looking),
        sign: await signIn(services, looking, dayOf('statement', 'until')),
        giveBack:
          runs && looking.grant.money.paidPence > looking.grant.money.returnedPence
            ? {
                action: grantPartPath(place, award.reference, 'returns'),
                on: dayOf('return', 'returned-on'),
              }
            : undefined,
        review: reviewIn(looking),
      },
      agreementHref: place.side === 'council' ? awardPath(award.reference) : undefined,
      wrong: sent === undefined ? undefined : { ...sent, typed: (field) => ask.form.text(field) },
      csrf: ask.csrf,
    }),
    sent === undefined ? {} : { status: 400 },
  )
}

async function signIn(
  { db }: Services,
  { place, award, actor, acts, grant, at }: LookingAtGrant,
  until: ReturnType<typeof typedDay>,
): Promise<SettlingModel['sign']> {
  if (!acts || place.side !== 'council' || grant.money.paidPence === 0) return undefined
  if (!(await isFinanceOfficer(db, actor, award, at))) return undefined
  const person = await personById(db, actor.personId)
  return {
    action: grantPartPath(place, award.reference, 'statements'),
    until,
    stated: statedWords(grant.statements[0]),
    statement: shownStatement(award).statement,
    name: actor.name,
    jobTitle: person?.jobTitle ?? '',
  }
}

function reviewIn({ place, award, acts, grant, at }: LookingAtGrant): SettlingModel['review'] {
  const years = reviewableYears(grant, isoDay(at))
  if (!acts || place.side !== 'team' || years.length === 0) return undefined
  return {
    action: grantPartPath(place, award.reference, 'year-ends'),
    years: years.map((year) => ({ value: String(year), text: yearWords(year) })),
    findings: yearEndFindings.map((value) => ({ value, text: findingWords[value] })),
  }
}
