import assert from 'node:assert/strict'
import type { DecidedApplication } from '../../src/core/decisions/index.ts'
import { addDomains, ensurePerson, saveMembership } from '../../src/features/accounts/index.ts'
import { tellOutcomes } from '../../src/features/decisions/telling/tell-outcomes.ts'
import { openHighs } from '../../src/platform/solver/highs-solver.ts'
import { seedPersonId } from '../../src/seeds/people.ts'
import { exampleRecord } from './decided-record.ts'
import { type DecidedRound, decidedRound } from './decided-round.ts'
import { hiddenIn } from './hidden-in.ts'
import type { TestBrowser, TestServerOptions } from './server.ts'
import type { Lifetime } from './template.ts'

/** Somebody of a council, signed in. */
export type OfCouncil = { readonly email: string; readonly browser: TestBrowser }

/** The made-up round with nine awards of £60,000 and three councils in reserve, and a clock that the test sets. */
export type OfferedAwards = {
  readonly round: DecidedRound
  readonly team: TestBrowser
  readonly clock: { now: Date }
  /** As decided: awards, the reserve list, who is declined. */
  readonly of: (index: number) => DecidedApplication
  /** Lets the time of telling come, at which awards are offered. */
  readonly tell: () => Promise<void>
  /** Somebody with an address of a council's domain. @param member whether they act for it */
  readonly somebodyOf: (application: DecidedApplication, name: string, member: boolean) => Promise<OfCouncil>
  /** Names two signers of a council and has both sign. */
  readonly acceptFor: (
    application: DecidedApplication,
  ) => Promise<{ readonly senior: OfCouncil; readonly money: OfCouncil; readonly address: string }>
}

export const awardsAddress = '/manage/funds/example-fund/finished-round/decisions/awards'

/** Nothing is told yet. */
export async function offeredAwards(
  lifetime: Lifetime,
  options: Pick<TestServerOptions, 'languages'> = {},
): Promise<OfferedAwards> {
  const clock = { now: new Date() }
  const tellAt = new Date(clock.now.getTime() + 300_000)
  const decided = { awards: 9, reserves: 3, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  const round = await decidedRound(lifetime, exampleRecord(await openHighs()), decided, {
    ...options,
    clock: () => clock.now,
  })
  const { services } = round
  const teamId = await services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, services, 'programme', clock.now))
  const somebodyOf = async ({ leadId }: DecidedApplication, name: string, member: boolean): Promise<OfCouncil> => {
    const domain = `${leadId.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example`
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`
    const at = clock.now
    const id = await services.db.transaction().execute(async (tx) => {
      const { person } = await ensurePerson(tx, { id: services.newId(), email, name, jobTitle: 'Officer', at })
      await addDomains(tx, leadId, [domain])
      if (member) {
        const times = { requestedAt: at, decidedAt: at, decidedBy: null }
        await saveMembership(tx, { personId: person.id, organisationId: leadId, state: 'confirmed', ...times })
      }
      return person.id
    })
    return { email, browser: await round.signedIn(id) }
  }
  return {
    round,
    team: await round.signedIn(teamId),
    clock,
    of: (index) => {
      const found = round.applications[index]
      assert.ok(found)
      return found
    },
    tell: async () => {
      clock.now = new Date(tellAt.getTime() + 1000)
      await tellOutcomes(services)
    },
    somebodyOf,
    acceptFor: async (application) => {
      const address = `/applications/${application.reference}/award`
      const lead = await somebodyOf(application, 'Lea Dwyer', true)
      const senior = await somebodyOf(application, 'Sen Iorby', false)
      const money = await somebodyOf(application, 'Mon Eyre', false)
      await askToSign(lead, address, 'senior-officer', senior)
      await askToSign(lead, address, 'section-151', money)
      for (const { browser } of [senior, money]) await sign(browser, address)
      return { senior, money, address }
    },
  }
}

/** Has somebody of a council name who signs. */
export async function askToSign(
  { browser }: OfCouncil,
  address: string,
  role: 'senior-officer' | 'section-151',
  { email }: OfCouncil,
): Promise<void> {
  const named = { role, name: 'A Signer', 'job-title': 'Officer', email }
  assert.equal((await browser.post(`${address}/signers`, named)).status, 303)
}

/** The fields of the page of whoever signs. */
export async function signingOn(browser: TestBrowser, address: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await browser.get(address)
  return {
    statement: hiddenIn(body, 'statement').replaceAll('&#39;', '’'),
    shown: hiddenIn(body, 'shown'),
    name: 'A Signer',
    'job-title': 'Officer',
    agreed: 'yes',
  }
}

/** Signs what the page shows. */
export async function sign(browser: TestBrowser, address: string): Promise<void> {
  assert.equal((await browser.post(`${address}/sign`, await signingOn(browser, address))).status, 303)
}
