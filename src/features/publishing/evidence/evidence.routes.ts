import { notFound } from '../../../core/errors.ts'
import { packNames } from '../../../core/evidence/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, archive, show } from '../../../platform/http/answer.ts'
import { firstRow, pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { exportPath, notingReaders } from '../../assessment/index.ts'
import { findRound, type RoundInFund, roundCrumbs } from '../../funds/index.ts'
import { samplesOf } from '../sampling/samples.store.ts'
import { newSamplePath, samplePath } from '../sampling/sampling.paths.ts'
import { packPath, trailPath } from './evidence.paths.ts'
import { evidenceCrumbs } from './evidence-crumbs.ts'
import { makePack, type PackProblem } from './make-pack.ts'
import { namesWords, packProblemWords } from './pack.messages.ts'
import { packFiles } from './pack-readme.messages.ts'
import { packsOf } from './packs.store.ts'
import { evidencePage } from './pages/evidence.ts'
import { trailPage } from './pages/trail.ts'
import { describeEvent } from './trail.messages.ts'
import { trailOf } from './trail.store.ts'

const managed = '/manage/funds/:fund/:round/evidence'

/** What auditors find of a round, and the programme team beside them: its pack and its trail. */
export const evidenceRoutes = (services: Services): Route[] => [
  get(managed, 'evidence:read', async (ask) => await showEvidence(services, ask, [])),
  // It takes long and the whole round: a few at a time.
  post(`${managed}/pack`, 'evidence:read', 'evidence.pack-made', async (ask) => await sendPack(services, ask), {
    perMinute: 6,
  }),
  ...notingReaders(services, [
    get(`${managed}/trail`, 'evidence:read', async (ask) => await showTrail(services, ask)),
    get(`${managed}/trail/:reference`, 'evidence:read', async (ask) => await showTrail(services, ask)),
  ]),
]

const roundPathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const readable = async ({ db }: Services, ask: Ask): Promise<RoundInFund> =>
  await findRound(db, ask.actor, 'evidence:read', roundPathOf(ask))

const namesOf = (ask: Ask) => packNames.find((each) => each === ask.form.line('names')) ?? 'shown'

async function sendPack(services: Services, ask: Ask): Promise<Answer> {
  const asked = { actor: ask.actor, path: roundPathOf(ask), names: namesOf(ask), at: ask.receivedAt }
  const made = await makePack(services, asked)
  if (!made.ok) return await showEvidence(services, ask, made.problems)
  const { round, zip } = made.value
  const name = `${round.illustrative ? 'illustrative-' : ''}${round.fund.slug}-${round.slug}-evidence.zip`
  return archive({ name, bytes: zip.bytes, body: await zip.open() })
}

async function showEvidence(services: Services, ask: Ask, problems: readonly PackProblem[]): Promise<Answer> {
  const round = await readable(services, ask)
  const { fund, slug } = round
  const packs = await packsOf(services.db, round)
  const model = {
    round,
    breadcrumbs: roundCrumbs(round),
    csrf: ask.csrf,
    action: packPath(fund.slug, slug),
    names: namesOf(ask),
    problems: problems.map(({ code }) => ({ text: packProblemWords[code], href: exportPath(fund.slug, slug) })),
    files: Object.entries(packFiles).map(([path, { title }]) => ({ path, title, sha256: packs[0]?.files[path] })),
    packs: packs.map(({ at, by, names, sha256 }) => ({
      at: ukTimeWithZone(at),
      by,
      names: namesWords[names],
      sha256,
    })),
    trailHref: trailPath(fund.slug, slug),
    samples: (await samplesOf(services.db, round.id)).map((sample) => ({
      ...sample,
      href: samplePath(fund.slug, slug, sample.number),
      at: ukTimeWithZone(sample.drawnAt),
    })),
    newSampleHref: may(ask.actor, 'evidence:sample', round.fundId) ? newSamplePath(fund.slug, slug) : undefined,
  }
  return show(evidencePage(model), { status: problems.length > 0 ? 400 : 200 })
}

const eventsOnPage = 50

async function showTrail(services: Services, ask: Ask): Promise<Answer> {
  const round = await readable(services, ask)
  const { reference } = ask.params
  const from = firstRow(ask.query)
  const { total, events } = await trailOf(services.db, round, {
    ...(reference !== undefined && { reference }),
    from,
    rows: eventsOnPage,
  })
  if (reference !== undefined && total === 0 && from === 0) throw notFound('application')
  const path = trailPath(round.fund.slug, round.slug, reference)
  return show(
    trailPage({
      round,
      breadcrumbs: evidenceCrumbs(round),
      reference,
      events: events.map(describeEvent),
      page: pageOfList(ask.query, { total, path, rows: eventsOnPage }),
    }),
  )
}
