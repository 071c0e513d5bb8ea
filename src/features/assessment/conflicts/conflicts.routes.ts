import { keepsFrom, type StandingConflict } from '../../../core/conflicts/index.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { borderSources, organisationsById, sourceText } from '../../accounts/index.ts'
import { findRound } from '../../funds/index.ts'
import { assessorOf, assessorsOf } from '../assessors/assessors.store.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { seesApplicants } from '../sees-applicants.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { kindInWords, neighboursWords, releaseProblemText, restsWords, standsWords } from './conflicts.messages.ts'
import { conflictPairPath, conflictsPath } from './conflicts.paths.ts'
import { releasesOf } from './conflicts.store.ts'
import { conflictPairPage, conflictsPage } from './pages/conflicts.ts'
import { conflictsOf, conflictsOfRound } from './read-conflicts.ts'
import { type ReleaseProblem, releaseConflict, withdrawRelease } from './release-conflict.ts'

/** Looking at conflicts, and releasing soft ones. */
export const conflictsRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/assessment/conflicts', 'assessment:read', async (ask) => list(services, ask)),
  get('/manage/funds/:fund/:round/assessment/conflicts/:reference/:person', 'assessment:run', async (ask) =>
    pair(services, ask, []),
  ),
  post(
    '/manage/funds/:fund/:round/assessment/conflicts/:reference/:person/release',
    'assessment:run',
    'conflict.released',
    async (ask) => {
      const result = await releaseConflict(services, { ...requestOf(ask), reason: ask.form.text('reason') })
      if (!result.ok) return await pair(services, ask, result.problems)
      return seeOther(conflictsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'It is released.' })
    },
  ),
  post(
    '/manage/funds/:fund/:round/assessment/conflicts/:reference/:person/withdraw-release',
    'assessment:run',
    'conflict.release-withdrawn',
    async (ask) => {
      const result = await withdrawRelease(services, requestOf(ask))
      if (!result.ok) return await pair(services, ask, result.problems)
      return seeOther(conflictsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'The release is taken back.' })
    },
  ),
]

const requestOf = (ask: Ask) => ({
  actor: ask.actor,
  path: roundPathOf(ask),
  at: ask.receivedAt,
  reference: param(ask, 'reference'),
  personId: param(ask, 'person'),
})

async function list({ db }: Services, ask: Ask): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'assessment:read', roundPathOf(ask))
  const rules = await sealedRulesOf(db, round.id)
  const conflicts = rules === undefined ? [] : await conflictsOfRound(db, round, rules)
  const applications = new Map((await scorableApplications(db, round.id)).map((one) => [one.id, one]))
  const names = new Map((await assessorsOf(db, round.id)).map(({ personId, name }) => [personId, name]))
  const mayRun = may(ask.actor, 'assessment:run', round.fundId)
  const sees = seesApplicants(ask.actor, round, rules)
  const pairs = pairsOf(conflicts.filter(({ applicationId }) => applications.has(applicationId)))
  const soft = pairs.filter((one) => one.every(({ treatment }) => treatment === 'soft'))
  const ordered = [...soft, ...pairs.filter((one) => !soft.includes(one))]
  const path = conflictsPath(round.fund.slug, round.slug)
  const borders = await borderSources(db, round)
  const pages = pageOfList(ask.query, { total: ordered.length, path })
  const page = conflictsPage({
    round,
    neighbours: neighboursWords(borders.map((each) => ({ count: each.count, words: sourceText(each) }))),
    counts: [
      { value: pairs.length - soft.length, label: 'Pairs that must not be' },
      { value: soft.filter((one) => one.some(keepsFrom)).length, label: 'Could be released' },
      { value: soft.filter((one) => !one.some(keepsFrom)).length, label: 'Released' },
    ],
    pairs: ordered.slice(pages.from, pages.to).map((those) => {
      const [first] = those
      const application = applications.get(first?.applicationId ?? '')
      const personId = first?.personId ?? ''
      const reference = application?.reference ?? ''
      return {
        reference,
        lead: sees ? (application?.leadName ?? '') : '',
        name: names.get(personId) ?? '',
        kinds: those.map(({ kind }) => kindInWords(kind)).join(', '),
        stands: [...new Set(those.map(standsWords))].join('. '),
        href: mayRun ? conflictPairPath(round.fund.slug, round.slug, reference, personId) : undefined,
      }
    }),
    pages,
  })
  return show(page)
}

function pairsOf(conflicts: readonly StandingConflict[]): readonly (readonly StandingConflict[])[] {
  const pairs = new Map<string, StandingConflict[]>()
  for (const conflict of conflicts) {
    const key = `${conflict.applicationId} ${conflict.personId}`
    pairs.set(key, [...(pairs.get(key) ?? []), conflict])
  }
  return [...pairs.values()]
}

async function pair({ db }: Services, ask: Ask, problems: readonly ReleaseProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'assessment:run', roundPathOf(ask))
  const [reference, personId] = [param(ask, 'reference'), param(ask, 'person')]
  const rules = await sealedRulesOf(db, round.id)
  const application = (await scorableApplications(db, round.id)).find((one) => one.reference === reference)
  const assessor = await assessorOf(db, round.id, personId)
  if (rules === undefined || application === undefined || assessor === undefined) throw notFound('conflict')
  const conflicts = await conflictsOf(db, round, rules, application.id, assessor.personId)
  if (conflicts.length === 0) throw notFound('conflict')
  const bodies = await organisationsById(db, [...new Set(conflicts.flatMap(({ theirs, its }) => [theirs, its]))])
  const history = await releasesOf(db, { applicationId: application.id, personId: assessor.personId })
  const called = (id: string) => bodies.get(id)?.name ?? (id === assessor.personId ? assessor.name : undefined)
  const page = conflictPairPage({
    round,
    reference,
    lead: application.leadName,
    personId: assessor.personId,
    name: assessor.name,
    conflicts: conflicts.map((conflict) => ({
      kind: kindInWords(conflict.kind),
      rests: restsWords(
        conflict,
        [called(conflict.theirs), called(conflict.its)].filter((name) => name !== undefined),
      ),
      stands: standsWords(conflict),
    })),
    history: history.map(
      ({ kind, reason, releasedAt, releasedBy, withdrawnAt }) =>
        `${kindInWords(kind)} released by ${releasedBy ?? 'the service'}, ${ukTimeWithZone(releasedAt)}: ${reason}${withdrawnAt === null ? '' : `. Taken back, ${ukTimeWithZone(withdrawnAt)}`}`,
    ),
    canRelease: conflicts.some(({ treatment, released }) => treatment === 'soft' && !released),
    canWithdraw: conflicts.some(({ released }) => released),
    reason: ask.form.text('reason'),
    errors: problems.map(releaseProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}
