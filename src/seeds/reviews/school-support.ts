import { makeReference } from '../../core/text/reference.ts'
import { ukReading } from '../../core/time/uk-time.ts'
import { setPerson } from '../../features/reviews/people/people.store.ts'
import { insertReview } from '../../features/reviews/reviews.store.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { seedPeopleByRole, seedPersonId } from '../people.ts'
import { insertEntries, type SeedEntry } from './insert-entries.ts'

/** What 3BM was paid for its first and its last year of four. @see docs/sources.md#3bm */
export const published = { first: 977_891, last: 765_641 } as const
const yearsAfter = 4

const source =
  'Published figures of 3BM and the councils it served: see “3BM” in the sources of the service. Years between the first and the last are on a straight line, which was not published. The years from 2026 on stand for those from 2013 on, since the measure of prices that the service keeps begins in 2019.'

const fallen = (year: number): number =>
  Math.round(published.first + ((published.last - published.first) * year) / yearsAfter)

const line = (option: string, poundsOf: (year: number) => number) => ({
  option,
  title: 'Price of the contract',
  kind: 'cost',
  bearer: 'council',
  nature: 'resource',
  basis: 'nominal',
  pounds: Array.from({ length: yearsAfter + 1 }, (_, year) => ({ row: `year-${year}`, amount: poundsOf(year) })),
  evidence: source,
})

/** What was published of 3BM, as the sheets ask; nothing is made up but what says so. */
export const schoolSupportEntries: readonly SeedEntry[] = [
  {
    sheet: 'service',
    entry: 'page',
    content: {
      name: 'Support services for schools',
      scope: `What 3BM delivered to the London Borough of Hammersmith and Fulham from 2013 to 2018. ${source}`,
      duty: 'Not said in what was published.',
      users: 'Schools and the council.',
    },
  },
  {
    sheet: 'options',
    entry: 'as-it-is',
    content: {
      title: 'In-house, as it was',
      model: 'in-house-as-is',
      description:
        'An assumption to measure against: the price of the first year goes on unchanged. What the service cost before was not published.',
    },
  },
  {
    sheet: 'options',
    entry: 'mutual',
    content: {
      title: '3BM, a mutual joint venture',
      model: 'mutual-joint-venture',
      description:
        'Staff own 75.1% and Prospects 24.9%, where a partner may hold at most 25%. A contract of four years that can go on for three more, said to save about £1 million over four years.',
      form: 'Company limited by shares',
    },
  },
  {
    sheet: 'money',
    entry: 'page',
    content: { first: 2026, years: yearsAfter, schedule: 'green-book-2026', deflators: 'hmt-2025-12' },
  },
  { sheet: 'lines', entry: 'line-1', content: line('as-it-is', () => published.first) },
  { sheet: 'lines', entry: 'line-2', content: line('mutual', fallen) },
]

/** A worked example from published figures: what a contract of a mutual was paid, in both ledgers. */
export async function seedSchoolSupport(tx: Tx, services: Services, at: Date): Promise<void> {
  const by = await seedPersonId(tx, services, 'lead', at)
  const id = services.newId()
  await insertReview(tx, {
    id,
    reference: makeReference('REVIEW', ukReading(at).year, services.randomBytes),
    organisationId: seedPeopleByRole.lead.organisationId,
    application: null,
    title: 'Worked example: 3BM, from its published figures',
    depth: 'quick',
    illustrative: true,
    // Below the made-up review, which is what newcomers are led through.
    at: new Date(at.getTime() - 86_400_000),
    by,
  })
  await setPerson(tx, id, { personId: by, roles: ['lead', 'writer'], speaksFor: '', credentials: '', at, by })
  await insertEntries(tx, id, schoolSupportEntries, { at, by })
}
