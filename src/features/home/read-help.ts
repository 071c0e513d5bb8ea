import { guideOfPath, placeOfPath } from '../../core/help/index.ts'
import { type Actor, may, organisationsOf } from '../../core/permissions/index.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { applicationsOfOrganisations } from '../applications/index.ts'
import { publishedRounds, type RoundInFund, roundByPath } from '../funds/index.ts'
import { pagePath, questionsPath } from '../guidance/index.ts'
import { type Guide, guides } from './guides/read-guides.ts'
import { roleHelp } from './help.messages.ts'
import { roundPath } from './home.paths.ts'

/** The round that somebody asks for help with. */
export type RoundHelp = {
  readonly name: string
  /** '' where the round gives none. */
  readonly email: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

/** Whom to write to about a round. */
export type RoundContact = { readonly name: string; readonly href: string; readonly email: string }

export type Help = {
  /** Undefined where the page that they come from is about no round that they may read. */
  readonly round: RoundHelp | undefined
  /** Of every round that gives an address, where none is named above. */
  readonly contacts: readonly RoundContact[]
  /** The guide for the page that they come from. */
  readonly guide: Pick<Guide, 'slug' | 'title'> | undefined
  /** Where those are guided who hold what they hold. */
  readonly roles: readonly string[]
}

/** The help for whoever comes from a page: two statements at most. */
export async function readHelp(db: Database, actor: Actor, about: string, now: Date): Promise<Help> {
  const round = await roundAbout(db, actor, about, now)
  const name = guideOfPath(about)
  const guide = name && (await guides()).find(({ slug }) => slug === name)
  const contacts = round === undefined ? contactsOf(await publishedRounds(db)) : []
  return { round: round && helpWith(round), contacts, guide, roles: roleHelp(actor) }
}

const contactsOf = (rounds: readonly RoundInFund[]): readonly RoundContact[] =>
  rounds
    .filter(({ contactEmail, cancelledAt }) => contactEmail !== '' && cancelledAt === null)
    .map(({ fund, slug, name, contactEmail }) => ({
      name: `${fund.name}: ${name}`,
      href: roundPath(fund.slug, slug),
      email: contactEmail,
    }))

async function roundAbout(db: Database, actor: Actor, about: string, now: Date): Promise<RoundInFund | undefined> {
  const place = placeOfPath(about)
  if (place === undefined) return undefined
  const address = place.kind === 'round' ? place : await roundOfOwn(db, actor, place.reference, now)
  const round = address === undefined ? undefined : await roundByPath(db, address.fund, address.round)
  const readable = round !== undefined && (phaseOf(round, now) !== 'preparing' || may(actor, 'fund:read', round.fundId))
  return readable ? round : undefined
}

/** The round of an application that this person takes part in. */
async function roundOfOwn(db: Database, actor: Actor, reference: string, now: Date) {
  if (actor.kind !== 'person') return undefined
  const own = await applicationsOfOrganisations(db, organisationsOf(actor), isoDay(now), actor.personId)
  const application = own.find((one) => one.reference === reference)
  return application && { fund: application.fundSlug, round: application.roundSlug }
}

function helpWith({ fund, slug, name, contactEmail }: RoundInFund): RoundHelp {
  const address = { fund: fund.slug, round: slug }
  return {
    name: `${fund.name}: ${name}`,
    email: contactEmail,
    links: [
      { text: 'How to apply', href: pagePath(address, 'how-to-apply') },
      { text: 'Frequently asked questions', href: pagePath(address, 'faqs') },
      { text: 'Questions that others asked, with the answers', href: questionsPath(address) },
    ],
  }
}
