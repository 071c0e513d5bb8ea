import { sql } from 'kysely'
import type { SignerRole } from '../../../core/awards/index.ts'
import type { ReturnStep } from '../../../core/benefits/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ensurePerson } from '../../../features/accounts/index.ts'
import { insertConfirmations, insertFinance } from '../../../features/benefits/confirming/confirmations.store.ts'
import { signersOf } from '../../../features/decisions/awarding/signers.store.ts'
import type { Award } from '../../../features/decisions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Cohort } from '../cohort.ts'
import { insertMadeUpReturn, type MadeUpReturn, type ReturnPeople } from './insert-returns.ts'
import { type MadeUpEntry, madeUpEntries } from './made-up-entries.ts'
import { madeUpWords } from './made-up-words.ts'

/** How much of what councils expected came, in the first year and the second, council by council. */
const came: readonly (readonly [number, number])[] = [
  [0.62, 0.81],
  [0.85, 0.9],
  [0.74, 0.69],
  [1.04, 1.02],
  [0.91, 0.95],
  [0.55, 0.6],
  [0.8, 0.77],
  [0.96, 1.08],
  [0.7, 0.83],
  [0.88, 0.92],
]

/** Those of which something else is made up: by their place among the ten. */
const [counter, late, asked, waiting] = [3, 5, 7, 1]

const through: readonly ReturnStep[] = ['confirmed', 'sent', 'accepted', 'published']

function returnsOf(place: number): readonly MadeUpReturn[] {
  const last: Partial<Record<number, readonly ReturnStep[]>> = {
    [asked]: ['confirmed', 'sent', 'questioned'],
    [waiting]: ['confirmed', 'sent'],
  }
  const first: readonly MadeUpReturn[] = [
    { months: 6, steps: ['confirmed', 'sent', 'accepted'] },
    { months: 12, steps: through },
  ]
  return place === late ? first : [...first, { months: 24, steps: last[place] ?? through }]
}

/** Two years of benefits of every award: one return late, one with a question back, one saving written down twice. */
export async function seedBenefits(tx: Tx, services: Services, cohort: Cohort): Promise<void> {
  for (const [place, award] of cohort.awards.entries()) await seedAward(tx, services, cohort, award, place)
}

async function seedAward(tx: Tx, services: Services, cohort: Cohort, award: Award, place: number): Promise<void> {
  const acceptedOn = isoDay(award.acceptedAt ?? cohort.at)
  const people = await peopleOf(tx, services, cohort, award)
  const entries = [
    ...madeUpEntries({ acceptedOn, thousands: 40 + 8 * place, came: came[place] ?? [1, 1], twice: place === counter }),
    ...wordsOf(place),
  ]
  await insertEntries(tx, award.id, entries, { acceptedAt: award.acceptedAt ?? cohort.at, by: people.writerId })
  // Finance of the one that is late has not confirmed its second year.
  const actuals = entries.filter(({ sheet, entry }) => sheet === 'actuals' && !(place === late && entry.endsWith('-2')))
  const confirmed = actuals.map(({ entry }) => ({ entry, version: 1 }))
  await insertConfirmations(tx, award.id, confirmed, { at: cohort.at, by: people.financeId })
  const { reference, organisation, title } = award
  const of = { awardId: award.id, award: { reference, organisation, title, acceptedOn }, entries, people }
  for (const each of returnsOf(place)) await insertMadeUpReturn(tx, services, of, each)
}

const wordsOf = (place: number): readonly MadeUpEntry[] =>
  returnsOf(place).flatMap(({ months }) => {
    const content = madeUpWords[months]
    return content === undefined
      ? []
      : { sheet: 'return-words', entry: String(months), content, afterDays: Math.round(months * 30.4) - 20 }
  })

/** Of the two who signed for the council the senior officer writes, and the section 151 officer confirms. */
async function peopleOf(tx: Tx, services: Services, { at, programmeId }: Cohort, { id }: Award): Promise<ReturnPeople> {
  const signers = await signersOf(tx, id)
  const signerOf = async (role: SignerRole) => {
    const signer = signers.find((each) => each.role === role)
    if (signer === undefined) throw new Error(`nobody signed the award ${id} as ${role}`)
    const { person } = await ensurePerson(tx, { id: services.newId(), email: signer.email, name: signer.name, at })
    return { ...signer, personId: person.id }
  }
  const [writer, finance] = [await signerOf('senior-officer'), await signerOf('section-151')]
  await insertFinance(tx, id, { email: finance.email, name: finance.name, at, by: writer.personId })
  return { writerId: writer.personId, financeId: finance.personId, programmeId }
}

async function insertEntries(
  tx: Tx,
  awardId: string,
  entries: readonly MadeUpEntry[],
  { acceptedAt, by }: { readonly acceptedAt: Date; readonly by: string },
): Promise<void> {
  const rows = entries.map((entry) => ({
    ...entry,
    at: new Date(acceptedAt.getTime() + entry.afterDays * 86_400_000).toISOString(),
  }))
  await sql`
    insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    select ${awardId}::uuid, e->>'sheet', e->>'entry', 1, place, e->'content', (e->>'at')::timestamptz, ${by}::uuid
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as listed (e, place)`.execute(tx)
}
