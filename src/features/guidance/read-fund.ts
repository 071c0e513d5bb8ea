import { notFound } from '../../core/errors.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import {
  type FactSource,
  fundBySlug,
  fundersOf,
  type Phase,
  phaseOf,
  type Round,
  roundsOfFunds,
} from '../funds/index.ts'
import { frontPath, publishedBenefitsPath, publishedResourcesPath, resultsPath, roundPath } from './guidance.paths.ts'
import { type Fact, type FundNumber, funderFacts, fundNumbers, moneyFacts } from './round-facts.ts'
import { haveBenefits, haveResources, roundsWithResults } from './told-results.store.ts'

export type RoundOfFund = {
  readonly name: string
  readonly href: string
  readonly phase: Phase
  readonly when: string
  /** Undefined before they are published. */
  readonly resultsHref: string | undefined
  readonly illustrative: boolean
}

/** A fund for the public: who pays, how much for how many, who answers for it, its rounds, and where that can be read. */
export type PublicFund = {
  readonly name: string
  readonly summary: string
  readonly illustrative: boolean
  readonly frontHref: string
  readonly numbers: readonly FundNumber[]
  readonly money: readonly Fact[]
  readonly funders: readonly Fact[]
  readonly seniorOfficer: { readonly name: string; readonly title: string } | undefined
  /** Undefined before anything of it is published, as what its network has. */
  readonly benefitsHref: string | undefined
  readonly resourcesHref: string | undefined
  readonly rounds: readonly RoundOfFund[]
  readonly sources: readonly FactSource[]
}

/**
 * A fund that has a published round, or any fund for somebody who may see how it is set up: seven statements.
 *
 * @throws {NotFound} if there is none for this person
 */
export async function readFund(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  slug: string,
  now: Date,
): Promise<PublicFund> {
  const fund = await fundBySlug(db, slug)
  if (fund === undefined) throw notFound('fund')
  const insider = may(actor, 'fund:read', fund.id)
  const rounds = (await roundsOfFunds(db, [fund.id])).filter((round) => insider || phaseOf(round, now) !== 'preparing')
  if (rounds.length === 0 && !insider) throw notFound('fund')
  const funders = await fundersOf(db, fund.id)
  const roundIds = rounds.map(({ id }) => id)
  const told = await roundsWithResults(db, roundIds)
  return {
    name: fund.name,
    summary: fund.summary,
    illustrative: fund.illustrative,
    frontHref: frontPath(),
    numbers: fundNumbers(fund),
    money: moneyFacts(fund),
    funders: funderFacts({ funders }),
    seniorOfficer:
      fund.seniorOfficerName === '' ? undefined : { name: fund.seniorOfficerName, title: fund.seniorOfficerTitle },
    benefitsHref: (await haveBenefits(db, roundIds)) ? publishedBenefitsPath(fund.slug) : undefined,
    resourcesHref: (await haveResources(db, fund.id)) ? publishedResourcesPath(fund.slug) : undefined,
    rounds: rounds.map((round) => roundOfFund(fund.slug, round, { now, told: told.has(round.id) })),
    sources: fund.sources,
  }
}

function roundOfFund(
  fund: string,
  round: Round,
  { now, told }: { readonly now: Date; readonly told: boolean },
): RoundOfFund {
  const phase = phaseOf(round, now)
  const address = { fund, round: round.slug }
  return {
    name: round.name,
    href: roundPath(address),
    phase,
    when: whenOf(round, phase),
    resultsHref: told ? resultsPath(address) : undefined,
    illustrative: round.illustrative,
  }
}

function whenOf({ opensAt, deadlineAt, cancelledAt }: Round, phase: Phase): string {
  if (phase === 'cancelled' && cancelledAt !== null) return `Cancelled at ${ukTimeWithZone(cancelledAt)}`
  if (phase === 'preparing') return 'Not published yet: only people who work on the fund see this'
  if (phase === 'announced') return opensAt === null ? 'Opening to be announced' : `Opens at ${ukTimeWithZone(opensAt)}`
  const deadline = deadlineAt === null ? 'a time to be announced' : ukTimeWithZone(deadlineAt)
  return phase === 'open' ? `Apply by ${deadline}` : `Closed at ${deadline}`
}
