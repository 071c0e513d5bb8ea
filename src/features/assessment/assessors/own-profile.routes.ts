import { keepsFrom } from '../../../core/conflicts/index.ts'
import { notFound } from '../../../core/errors.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukMoment } from '../../../core/time/uk-moment.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type RoundInFund, roundByPath } from '../../funds/index.ts'
import { conflictsOfPerson } from '../conflicts/read-conflicts.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { areasInWords } from '../subjects.messages.ts'
import { type AssessorProblem, assessorProblemText } from './assessors.messages.ts'
import { bidsPath, invitedPath, profilePath } from './assessors.paths.ts'
import { type Assessor, assessorOf, bidsByPerson, interestKinds, interestsOfPerson } from './assessors.store.ts'
import { answerInvitation } from './invite-assessor.ts'
import { bidsPage } from './pages/bids.ts'
import { invitedPage } from './pages/invited.ts'
import { type InterestFields, profilePage, removeInterestPage } from './pages/profile.ts'
import {
  addOwnInterest,
  confirmOwnInterests,
  type ExpertiseTyped,
  type Offered,
  removeOwnInterest,
  saveOwnBids,
  saveOwnExpertise,
} from './save-profile.ts'

/** What somebody who is asked to assess says of themselves. Each asks whether they are an assessor of the round. */
export const ownProfileRoutes = (services: Services): Route[] => [
  get('/assess/:fund/:round/invitation', 'signed-in', async (ask) => showInvited(services, ask, [])),
  post('/assess/:fund/:round/invitation', 'signed-in', 'assessor.accepted or assessor.declined', async (ask) => {
    const { round } = await ownRound(services, ask)
    const answer = (['accepted', 'declined'] as const).find((each) => each === ask.form.line('answer'))
    const result = await answerInvitation(services, { actor: ask.actor, round, answer, at: ask.receivedAt })
    if (!result.ok) return await showInvited(services, ask, result.problems)
    const { fund, slug } = round
    return seeOther(result.value === 'accepted' ? profilePath(fund.slug, slug) : invitedPath(fund.slug, slug), {
      flash:
        result.value === 'accepted'
          ? 'Thank you. Now say what you know and whom you have to do with.'
          : 'You have declined.',
    })
  }),
  get('/assess/:fund/:round/profile', 'signed-in', async (ask) => showProfile(services, ask, {})),
  post('/assess/:fund/:round/profile', 'signed-in', 'assessor.expertise-saved', async (ask) => {
    const expertise = expertiseIn(ask.form)
    const result = await saveOwnExpertise(services, await own(services, ask), expertise)
    return result.ok ? back(ask, 'Saved.') : await showProfile(services, ask, { expertise, problems: result.problems })
  }),
  post('/assess/:fund/:round/profile/interests', 'signed-in', 'assessor.interest-added', async (ask) => {
    const fields = fieldsIn(ask.form)
    const kind = interestKinds.find((each) => each === fields.kind)
    const typed = { kind, name: fields.name, chosen: ask.form.line('chosen'), endedOn: dayIn(fields, ask.receivedAt) }
    const result = await addOwnInterest(services, await own(services, ask), typed)
    if (!result.ok) return await showProfile(services, ask, { fields, problems: result.problems })
    if (result.value.length > 0) return await showProfile(services, ask, { fields, offered: result.value })
    return back(ask, 'It is added.')
  }),
  post('/assess/:fund/:round/profile/interests/confirm', 'signed-in', 'assessor.interests-confirmed', async (ask) => {
    await confirmOwnInterests(services, await own(services, ask))
    return back(ask, 'Thank you. It is confirmed.')
  }),
  get('/assess/:fund/:round/profile/interests/:interest/remove', 'signed-in', async (ask) => {
    const { round, assessor } = await ownRound(services, ask)
    const interests = await interestsOfPerson(services.db, round.id, assessor.personId)
    const interest = interests.find(({ id }) => id === param(ask, 'interest'))
    if (interest === undefined) throw notFound('interest')
    return show(removeInterestPage({ round, interest, csrf: ask.csrf }))
  }),
  post(
    '/assess/:fund/:round/profile/interests/:interest/remove',
    'signed-in',
    'assessor.interest-removed',
    async (ask) => {
      await removeOwnInterest(services, await own(services, ask), param(ask, 'interest'))
      return back(ask, 'It is removed.')
    },
  ),
  get('/assess/:fund/:round/bids', 'signed-in', async (ask) => showBids(services, ask)),
  post('/assess/:fund/:round/bids', 'signed-in', 'assessor.bids-saved', async (ask) => {
    const given = await own(services, ask)
    if (!(await asksForBids(services, given.round))) throw notFound('bids')
    const named = ask.form.names().filter((name) => name.startsWith('bid-'))
    const bids = new Map(named.map((name) => [name.slice('bid-'.length), ask.form.line(name)]))
    await saveOwnBids(services, given, bids)
    return seeOther(bidsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'Saved.' })
  }),
]

const back = (ask: Ask, flash: string): Answer =>
  seeOther(profilePath(param(ask, 'fund'), param(ask, 'round')), { flash })

/** The round, for somebody who was asked to assess in it. @throws {NotFound} for everybody else */
async function ownRound(
  { db }: Services,
  ask: Ask,
): Promise<{ readonly round: RoundInFund; readonly assessor: Assessor }> {
  const { fundSlug, roundSlug } = roundPathOf(ask)
  const round = await roundByPath(db, fundSlug, roundSlug)
  const assessor =
    round === undefined || ask.actor.kind !== 'person' ? undefined : await assessorOf(db, round.id, ask.actor.personId)
  if (round === undefined || assessor === undefined) throw notFound('round')
  return { round, assessor }
}

async function own(services: Services, ask: Ask) {
  const { round } = await ownRound(services, ask)
  return { actor: ask.actor, round, at: ask.receivedAt }
}

async function showInvited(services: Services, ask: Ask, problems: readonly AssessorProblem[]): Promise<Answer> {
  const { round, assessor } = await ownRound(services, ask)
  const due = round.shortlistOn === null ? [] : [`To be done before the shortlist, on ${dayInWords(round.shortlistOn)}`]
  const page = invitedPage({
    round,
    state: assessor.state,
    asked: [
      'You read applications and score each against published criteria, with a comment',
      `Each takes about ${round.minutesPerApplication} minutes, and you say how many you would read at most`,
      'You say whom you have to do with, and whether you have a conflict before you open each application',
      'You score by yourself: nobody sees what others gave until scoring has closed',
      ...due,
    ],
    errors: problems.map(assessorProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

function expertiseIn(form: FormBody): ExpertiseTyped {
  const [serviceAreas, deliveryModels] = [form.all('serviceAreas'), form.all('deliveryModels')]
  const [disciplines, authorityTypes] = [form.all('disciplines'), form.all('authorityTypes')]
  return { serviceAreas, deliveryModels, disciplines, authorityTypes, load: form.line('load') }
}

const fieldsIn = (form: FormBody): InterestFields => ({
  kind: form.line('kind'),
  name: form.line('name'),
  day: form.line('ended-day'),
  month: form.line('ended-month'),
  year: form.line('ended-year'),
})

function dayIn({ day, month, year }: InterestFields, now: Date): string | null | 'wrong' {
  if (`${day}${month}${year}` === '') return null
  const read = ukMoment({ day, month, year, hour: '12', minute: '0' })
  return read.ok && isoDay(read.value.at) <= isoDay(now) ? isoDay(read.value.at) : 'wrong'
}

type Shown = {
  readonly expertise?: ExpertiseTyped
  readonly fields?: InterestFields
  readonly offered?: readonly Offered[]
  readonly problems?: readonly AssessorProblem[]
}

async function showProfile(services: Services, ask: Ask, given: Shown): Promise<Answer> {
  const { round, assessor } = await ownRound(services, ask)
  if (assessor.state !== 'accepted') return seeOther(invitedPath(round.fund.slug, round.slug))
  const { problems = [], offered = [], fields = { kind: '', name: '', day: '', month: '', year: '' } } = given
  const interests = await interestsOfPerson(services.db, round.id, assessor.personId)
  const page = profilePage({
    round,
    expertise: given.expertise ?? { ...assessor.expertise, load: String(assessor.loadWanted ?? '') },
    interests: interests.map((one) => ({ ...one, ended: one.endedOn === null ? '' : dayInWords(one.endedOn) })),
    confirmed: assessor.interestsConfirmedAt === null ? undefined : ukTimeWithZone(assessor.interestsConfirmedAt),
    typed: fields,
    offered,
    bidding: await asksForBids(services, round),
    errors: problems.map((problem) => ({ field: problem.field, text: assessorProblemText(problem) })),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

const asksForBids = async ({ db }: Services, round: RoundInFund): Promise<boolean> =>
  (await sealedRulesOf(db, round.id))?.assignment.bidding === true

async function showBids(services: Services, ask: Ask): Promise<Answer> {
  const { round, assessor } = await ownRound(services, ask)
  if (assessor.state !== 'accepted' || !(await asksForBids(services, round))) throw notFound('bids')
  const rules = await sealedRulesOf(services.db, round.id)
  const bids = (await bidsByPerson(services.db, round.id)).get(assessor.personId) ?? {}
  const conflicts = rules === undefined ? [] : await conflictsOfPerson(services.db, round, rules, assessor.personId)
  const held = new Set(conflicts.filter(keepsFrom).map(({ applicationId }) => applicationId))
  const applications = (await scorableApplications(services.db, round.id)).filter(({ id }) => !held.has(id))
  const page = bidsPage({
    round,
    titles: applications.map(({ reference, leadName, serviceAreas }) => ({
      reference,
      title: `${rules?.visibility.applicantsNamed === false ? reference : `${reference}, ${leadName}`}${serviceAreas.length === 0 ? '' : `: ${areasInWords(serviceAreas).join(', ')}`}`,
      bid: bids[reference] ?? '',
    })),
    csrf: ask.csrf,
  })
  return show(page)
}
