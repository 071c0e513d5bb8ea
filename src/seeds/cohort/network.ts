import type { Profile } from '../../core/network/index.ts'
import { ensurePerson, saveMembership } from '../../features/accounts/index.ts'
import type { Award } from '../../features/decisions/index.ts'
import {
  insertAcceptance,
  insertEvent,
  insertPost,
  insertResource,
  insertThread,
  saveAttendance,
  savePlace,
  saveProfileRow,
  saveResourceState,
} from '../../features/network/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { seedPersonId } from '../people.ts'
import { caseStudies } from './case-studies.ts'
import type { Cohort } from './cohort.ts'

const day = 86_400_000

/** Made-up people of councils other than Exbridge, whose people are there already. */
const others = ['Ama Boateng', 'Rhys Morgan', 'Lena Fischer', 'Idris Cole'] as const

const profiles: readonly Omit<Profile, 'contactId'>[] = [
  {
    service: 'Youth service',
    serviceAreas: ['children'],
    models: ['in-house-improved', 'mutual'],
    stage: 'running',
    about: 'We run with a **mutual of our staff** since last spring. Ask us about pensions and the first year.',
  },
  {
    service: 'Libraries and archives',
    serviceAreas: ['culture-and-libraries'],
    models: ['shared-service', 'charity'],
    stage: 'setting-up',
    about: 'We are setting up a charity with our neighbour. We look for others who share a management team.',
  },
  {
    service: 'Help for families',
    serviceAreas: ['children', 'adult-social-care'],
    models: ['in-house-improved', 'partnership'],
    stage: 'decided',
    about: 'We stayed in-house with a partner in health, and can say why.',
  },
  {
    service: 'Parks and leisure',
    serviceAreas: ['leisure-and-parks'],
    models: ['mutual', 'charity'],
    stage: 'options',
    about: 'We compare a mutual and a trust, and look for figures on VAT.',
  },
]

/** The network of the cohort: who its people are, what they asked, where they met and what they wrote down. */
export async function seedNetwork(tx: Tx, services: Services, cohort: Cohort): Promise<void> {
  const people = await seedMembers(tx, services, cohort)
  await seedThreads(tx, services, cohort, people)
  await seedEvents(tx, services, cohort, people)
  for (const study of caseStudies) {
    const id = services.newId()
    const sentAt = new Date(cohort.at.getTime() - 200 * day)
    await insertResource(tx, {
      ...study,
      id,
      fundId: cohort.fundId,
      illustrative: false,
      at: sentAt,
      by: people[0] ?? '',
    })
    const reviewed = { id, note: '', at: new Date(sentAt.getTime() + 3 * day), by: cohort.programmeId }
    await saveResourceState(tx, { ...reviewed, was: 'in-review', state: 'members' })
    await saveResourceState(tx, { ...reviewed, was: 'members', state: 'public' })
  }
}

/** Exbridge first, whose people a newcomer can sign in as. @returns who speaks for each council */
async function seedMembers(
  tx: Tx,
  services: Services,
  { fundId, awards, at, programmeId }: Cohort,
): Promise<readonly string[]> {
  const own = awards.filter(({ organisationId }) => organisationId === 'X-EXBRIDGE')
  const rest = awards.filter(({ organisationId }) => organisationId !== 'X-EXBRIDGE').slice(0, others.length)
  const people: string[] = []
  for (const [index, award] of [...own, ...rest].entries()) {
    const personId =
      award.organisationId === 'X-EXBRIDGE'
        ? await seedPersonId(tx, services, 'lead', at)
        : await seedOfficer(tx, services, award, others[index - own.length] ?? others[0], at)
    const profile = profiles[index % profiles.length]
    const said = { fundId, organisationId: award.organisationId, at, by: personId }
    if (profile !== undefined) await saveProfileRow(tx, said, { ...profile, contactId: personId })
    people.push(personId)
  }
  for (const personId of [...people, programmeId]) await insertAcceptance(tx, { fundId, personId, number: 0, at })
  return people
}

async function seedOfficer(
  tx: Tx,
  services: Services,
  { organisationId }: Award,
  name: string,
  at: Date,
): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@${organisationId.toLowerCase().replace('x-', '')}.example`
  const made = { id: services.newId(), email, name, jobTitle: 'Review lead', at, illustrative: true }
  const { person } = await ensurePerson(tx, made)
  const times = { requestedAt: at, decidedAt: at, decidedBy: null }
  await saveMembership(tx, { personId: person.id, organisationId, state: 'confirmed', ...times })
  return person.id
}

/** What was asked, and what others answered: by whom, how many days ago, and how it came. */
const threads = [
  {
    topic: 'staff',
    title: 'How did you bring staff along before the options were known?',
    said: [
      [
        0,
        400,
        'page',
        'Our unions ask what is on the table, and nothing is yet. **How early did you talk, and about what?**',
      ],
      [
        2,
        399,
        'mail',
        'On the first day, about the question and not the answers. We published the longlist with them.',
      ],
      [
        1,
        398,
        'page',
        'Two things helped:\n\n- one page of *what we do not know yet*, kept up to date\n- a staff member on the panel that scored',
      ],
    ],
  },
  {
    topic: 'money',
    title: 'VAT when a trust runs leisure centres',
    said: [
      [
        4,
        120,
        'page',
        'Does anybody have figures on irrecoverable VAT before and after? We found none that compare like with like.',
      ],
      [2, 118, 'mail', 'Ours are in our report. Ask your finance team to model both treatments: it moved the ranking.'],
    ],
  },
] as const

async function seedThreads(
  tx: Tx,
  services: Services,
  { fundId, at }: Cohort,
  people: readonly string[],
): Promise<void> {
  const ago = (days: number): Date => new Date(at.getTime() - days * day)
  const of = (index: number): string => people[index % people.length] ?? ''
  for (const { topic, title, said } of threads) {
    const threadId = services.newId()
    const [by, days] = said[0]
    await insertThread(tx, { id: threadId, fundId, topic, title, at: ago(days), by: of(by) })
    for (const [author, daysAgo, via, text] of said)
      await insertPost(tx, { id: services.newId(), threadId, authorId: of(author), via, text, at: ago(daysAgo) })
  }
}

async function seedEvents(tx: Tx, services: Services, cohort: Cohort, people: readonly string[]): Promise<void> {
  const plan = {
    fundId: cohort.fundId,
    by: cohort.programmeId,
    capacity: 4,
    at: new Date(cohort.at.getTime() - 420 * day),
  }
  const past = services.newId()
  const began = new Date(Math.floor((cohort.at.getTime() - 370 * day) / day) * day + 10 * 3_600_000)
  await insertEvent(tx, {
    ...plan,
    id: past,
    title: 'What we would do differently',
    about: 'Two councils whose services changed a year ago say what they would do otherwise.',
    held: 'room',
    place: 'Meeting room 1, Exbridge Town Hall (made up)',
    joining: 'Ask for the network at the desk.',
    startsAt: began,
    endsAt: new Date(began.getTime() + 2 * 3_600_000),
  })
  for (const personId of people.slice(0, 4))
    await savePlace(tx, { eventId: past, personId, state: 'going', at: plan.at })
  await saveAttendance(tx, past, people.slice(0, 3))
  const next = services.newId()
  const begins = new Date(began.getTime() + 391 * day)
  await insertEvent(tx, {
    ...plan,
    id: next,
    capacity: 20,
    title: 'Savings, two years on',
    about: 'How councils count what they saved, and what finance asks before it confirms.',
    held: 'online',
    place: 'Video call',
    joining: 'https://meet.example/network',
    startsAt: begins,
    endsAt: new Date(begins.getTime() + 90 * 60_000),
  })
  for (const [index, personId] of people.entries())
    await savePlace(tx, { eventId: next, personId, state: index === 0 ? 'invited' : 'going', at: cohort.at })
}
