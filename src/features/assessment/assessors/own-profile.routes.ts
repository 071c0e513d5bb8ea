import { keepsFrom } from '../../../core/conflicts/index.ts'
import { notFound } from '../../../core/errors.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type RoundInFund, roundByPath } from '../../funds/index.ts'
import { conflictsOfPerson } from '../conflicts/read-conflicts.ts'
import { type InterestsAgain, interestRoutes, interestsModel } from '../interests/interest.routes.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { areasInWords } from '../subjects.messages.ts'
import { assessorInterestEvents, assessorInterests } from './assessor-interests.ts'
import { type AssessorProblem, assessorProblemText } from './assessors.messages.ts'
import { bidsPath, invitedPath, profilePath } from './assessors.paths.ts'
import { type Assessor, assessorOf, bidsByPerson } from './assessors.store.ts'
import { answerInvitation } from './invite-assessor.ts'
import { bidsPage } from './pages/bids.ts'
import { invitedPage } from './pages/invited.ts'
import { profilePage } from './pages/profile.ts'
import { type ExpertiseTyped, saveOwnBids, saveOwnExpertise } from './save-profile.ts'

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
        result.value === 'accepted' ? 'Thank you. Now enter what you know and your interests.' : 'You have declined.',
    })
  }),
  get('/assess/:fund/:round/profile', 'signed-in', async (ask) => showProfile(services, ask, {})),
  post('/assess/:fund/:round/profile', 'signed-in', 'assessor.expertise-saved', async (ask) => {
    const expertise = expertiseIn(ask.form)
    const result = await saveOwnExpertise(services, await own(services, ask), expertise)
    return result.ok ? back(ask, 'Saved.') : await showProfile(services, ask, { expertise, problems: result.problems })
  }),
  ...interestRoutes(services, {
    at: '/assess/:fund/:round/profile',
    permission: 'signed-in',
    events: assessorInterestEvents,
    path: profilePath,
    own: async (ask) => assessorInterests(await own(services, ask)),
    show: async (ask, interests) => await showProfile(services, ask, { interests }),
  }),
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
      'You enter your interests, and say before you open each application whether you have a conflict',
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

type Shown = {
  readonly expertise?: ExpertiseTyped
  readonly problems?: readonly AssessorProblem[]
  readonly interests?: InterestsAgain
}

async function showProfile(services: Services, ask: Ask, given: Shown): Promise<Answer> {
  const { round, assessor } = await ownRound(services, ask)
  if (assessor.state !== 'accepted') return seeOther(invitedPath(round.fund.slug, round.slug))
  const { problems = [], interests: again = {} } = given
  const { personId, interestsConfirmedAt: confirmedAt } = assessor
  const path = profilePath(round.fund.slug, round.slug)
  const whose = { path, roundId: round.id, personId, confirmedAt, csrf: ask.csrf }
  const interests = await interestsModel(services, whose, again)
  const page = profilePage({
    round,
    expertise: given.expertise ?? { ...assessor.expertise, load: String(assessor.loadWanted ?? '') },
    interests,
    bidding: await asksForBids(services, round),
    errors: problems.map((problem) => ({
      field: problem.field,
      text: assessorProblemText(problem),
      href: `#${problem.field}`,
    })),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length + interests.errors.length > 0 ? 400 : 200 })
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
