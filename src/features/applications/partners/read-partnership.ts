import { notFound } from '../../../core/errors.ts'
import { type Actor, organisationsOf } from '../../../core/permissions/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationsById } from '../../accounts/index.ts'
import { roundById } from '../../funds/index.ts'
import { questionPath } from '../applications.paths.ts'
import { openApplication } from '../open-application.ts'
import { describeStanding } from '../sign-off/describe-standing.ts'
import { signOffsNow } from '../sign-off/open-sign-off.ts'
import { signOffPath } from '../sign-off/sign-offs.paths.ts'
import type { PartnerModel } from './pages/partner.ts'
import { otherPartnerships, partnershipsFor } from './partners.store.ts'

type Read = Pick<
  PartnerModel,
  'reference' | 'illustrative' | 'fund' | 'round' | 'lead' | 'slotRule' | 'requests' | 'fixed'
>

/** What a partner writes, in words. */
export const partWords = (pages: readonly string[] | null): string =>
  pages === null
    ? 'Writes the whole application with the lead'
    : pages.length === 0
      ? 'Reads, and writes nothing'
      : `Writes ${pages.length === 1 ? 'one page' : `${pages.length} pages`}`

/**
 * An application as a partner sees it: what being one uses up, what its people write, and whether they have signed.
 *
 * @throws {NotFound} if no body of this person is asked to be a partner, or is one
 */
export async function readPartnership(services: Services, actor: Actor, reference: string, at: Date): Promise<Read> {
  const { db } = services
  const { application } = await openApplication(db, actor, { reference, questions: 'all', need: 'read', at })
  const own = await partnershipsFor(db, application.id, organisationsOf(actor), isoDay(at))
  if (own.length === 0) throw notFound('partner')
  const most = (await roundById(db, application.roundId))?.partnerSlots ?? null
  const names = await organisationsById(db, [application.leadId, ...own.map(({ organisationId }) => organisationId)])
  const { all, version } = await signOffsNow(db, services, application)
  const ids = own.map(({ organisationId }) => organisationId)
  const held = most === null ? [] : await otherPartnerships(db, application, ids)
  const requests = own.map(({ organisationId, state, pages }) => {
    const signOff = all.list.find((one) => one.kind === 'partner' && one.organisationId === organisationId)
    const others = held.filter((one) => one.organisationId === organisationId).map((one) => one.reference)
    return {
      organisationId,
      organisation: names.get(organisationId)?.name ?? organisationId,
      state,
      slots: most === null ? '' : slotWords(most, others, state),
      part: `${state === 'accepted' ? 'It' : 'Once it accepts, it'} ${partWords(pages).toLowerCase()}.`,
      pages:
        state === 'accepted' && pages !== null
          ? version.definition.pages
              .filter(({ id }) => pages.includes(id))
              .map(({ id, title }) => ({ title, href: questionPath(reference, id) }))
          : [],
      signOff: signOff && { href: signOffPath(reference, signOff.slot), ...describeStanding(signOff.standing) },
    }
  })
  return {
    reference,
    illustrative: application.illustrative,
    fund: application.fundName,
    round: application.roundName,
    lead: names.get(application.leadId)?.name ?? application.leadId,
    slotRule:
      most === null
        ? 'An organisation can be a partner in any number of applications.'
        : `An organisation can be a partner in ${most === 1 ? 'one application' : `${most} applications`} of this round. Leading an application is counted apart.`,
    requests,
    fixed: application.state === 'submitted',
  }
}

/** What is used, and what accepting would use. */
function slotWords(most: number, others: readonly string[], state: 'asked' | 'accepted'): string {
  const used = others.length === 0 ? 'none is used' : `${others.length} used, in ${plainList(others)}`
  const slot = most === 1 ? 'its only partner slot' : `one of its ${most} partner slots`
  if (state === 'accepted') return `It holds ${slot} here${most === 1 ? '' : `; of the others ${used}`}.`
  return others.length >= most
    ? `Its ${most === 1 ? 'only partner slot is' : `${most} partner slots are`} used, in ${plainList(others)}. To accept, leave ${most === 1 ? 'that one' : 'one of those'} first.`
    : `Accepting uses ${slot}: ${used} so far.`
}
