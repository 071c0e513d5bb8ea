import { notFound } from '../../../core/errors.ts'
import { drawSample, membersOf, populations, sampleSize, sharesOf } from '../../../core/evidence/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { spreadsheetOf, spreadsheetTypes } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { notingReaders } from '../../assessment/index.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { trailPath } from '../evidence/evidence.paths.ts'
import { evidenceCrumbs } from '../evidence/evidence-crumbs.ts'
import { type DrawProblem, drawRoundSample } from './draw-sample.ts'
import { itemPage } from './pages/item.ts'
import { choosePopulationPage, newSamplePage } from './pages/new-sample.ts'
import { samplePage } from './pages/sample.ts'
import { itemsOf } from './populations.store.ts'
import { type AimProblem, readAim } from './read-aim.ts'
import { type FindingProblem, recordFinding } from './record-finding.ts'
import { type SheetRow, sheetOf } from './sample-sheet.ts'
import { findingsOf, type Sample, sampleByNumber } from './samples.store.ts'
import {
  drawProblemWords,
  findingProblemWords,
  findingWords,
  groupWords,
  populationWords,
} from './sampling.messages.ts'
import { itemPath, newSamplePath, samplePath, samplesPath, sheetPath } from './sampling.paths.ts'

const managed = '/manage/funds/:fund/:round/evidence/samples'
const one = `${managed}/:number`

/** Drawing samples of a round, and filling their work sheets in. */
export const samplingRoutes = (services: Services): Route[] => [
  get(`${managed}/new`, 'evidence:sample', async (ask) => await showNew(services, ask, [])),
  post(managed, 'evidence:sample', 'evidence.sample-drawn', async (ask) => {
    const typed = typedSample(ask.form)
    const drawn = await drawRoundSample(services, {
      actor: ask.actor,
      path: roundPathOf(ask),
      typed,
      at: ask.receivedAt,
    })
    if (!drawn.ok) return await showNew(services, ask, drawn.problems)
    return seeOther(samplePath(param(ask, 'fund'), param(ask, 'round'), drawn.value), { flash: 'The sample is drawn.' })
  }),
  ...notingReaders(services, [
    get(one, 'evidence:read', async (ask) => await showSample(services, ask)),
    get(`${one}/sheet.csv`, 'evidence:read', async (ask) => await sendCsv(services, ask)),
    ...(['ods', 'xlsx'] as const).map((kind) =>
      get(`${one}/sheet.${kind}`, 'evidence:read', async (ask) => await sendSheet(services, ask, kind)),
    ),
    get(`${one}/items/:place`, 'evidence:read', async (ask) => await showItem(services, ask, [])),
  ]),
  post(`${one}/items/:place`, 'evidence:sample', 'evidence.finding-recorded', async (ask) => {
    const { number, place } = numbersOf(ask)
    const typed = { finding: ask.form.line('finding'), note: ask.form.text('note'), after: ask.form.line('after') }
    const path = { ...roundPathOf(ask), sample: number, place }
    const recorded = await recordFinding(services, { actor: ask.actor, path, typed, at: ask.receivedAt })
    if (!recorded.ok) return await showItem(services, ask, recorded.problems)
    const [fund, round] = [param(ask, 'fund'), param(ask, 'round')]
    return seeOther(samplePath(fund, round, number), { flash: `What you found of item ${place} is saved.` })
  }),
]

const roundPathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const typedSample = (from: { readonly line: (name: string) => string }) => ({
  population: from.line('population'),
  strata: from.line('strata'),
  size: from.line('size'),
  seed: from.line('seed'),
})

const wholeOf = (ask: Ask, name: string): number => {
  const written = param(ask, name)
  if (!/^[1-9]\d{0,5}$/.test(written)) throw notFound(name)
  return Number(written)
}

const numbersOf = (ask: Ask) => ({ number: wholeOf(ask, 'number'), place: wholeOf(ask, 'place') })

async function readSample({ db }: Services, ask: Ask) {
  const round = await findRound(db, ask.actor, 'evidence:read', roundPathOf(ask))
  const sample = await sampleByNumber(db, round.id, wholeOf(ask, 'number'))
  if (sample === undefined) throw notFound('sample')
  const found = await findingsOf(db, sample.id)
  return { round, sample, found, rows: sheetOf(sample, found) }
}

const nothingChosen: DrawProblem = { code: 'population-missing', field: 'population' }

async function showNew(services: Services, ask: Ask, refused: readonly DrawProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'evidence:sample', roundPathOf(ask))
  const { fund, slug } = round
  const typed = typedSample(ask.form)
  const asked = refused.length > 0 ? typed.population : ask.query.get('population')
  const population = populations.find((each) => each === asked)
  const isUnchosen = population === undefined && ask.query.has('asked')
  const sought = readAim(ask.query)
  const problems: readonly (DrawProblem | AimProblem)[] = isUnchosen
    ? [nothingChosen]
    : [...sought.problems, ...refused]
  const about = {
    round,
    breadcrumbs: evidenceCrumbs(round),
    problems: problems.map((problem) => ({ text: drawProblemWords(problem), field: problem.field })),
  }
  const status = { status: problems.length > 0 ? 400 : 200 }
  if (population === undefined)
    return show(choosePopulationPage({ ...about, action: newSamplePath(fund.slug, slug) }), status)
  const members = await itemsOf(db, round, population)
  const size = String(sampleSize(members.length, sought.aim))
  const seed = String(new DataView(services.randomBytes(4).slice().buffer).getUint32(0))
  return show(
    newSamplePage({
      ...about,
      csrf: ask.csrf,
      action: samplesPath(fund.slug, slug),
      otherHref: newSamplePath(fund.slug, slug),
      helpAction: newSamplePath(fund.slug, slug),
      population,
      members: members.length,
      aim: sought.aim,
      typedAim: {
        confidence: ask.query.get('confidence') ?? String(sought.aim.confidencePercent),
        tolerable: ask.query.get('tolerable') ?? String(sought.aim.tolerablePercent),
      },
      advised: size,
      typed: refused.length > 0 ? typed : { population, strata: 'none', size, seed },
    }),
    status,
  )
}

async function showSample(services: Services, ask: Ask): Promise<Answer> {
  const { round, sample, rows } = await readSample(services, ask)
  const { fund, slug } = round
  const members = membersOf(sample.members, sample.strata)
  const again = drawSample(members, { size: sample.size, seed: sample.seed })
  return show(
    samplePage({
      round,
      breadcrumbs: evidenceCrumbs(round),
      sample,
      drawnAt: ukTimeWithZone(sample.drawnAt),
      shares: sample.strata === 'none' ? [] : sharesOf(members, sample.size),
      sameAgain: again.join('\n') === sample.drawn.join('\n'),
      rows: rows.map((row) => ({ ...row, href: itemPath(fund.slug, slug, sample.number, row.place) })),
      files: (['csv', 'ods', 'xlsx'] as const).map((kind) => ({
        href: sheetPath(fund.slug, slug, sample.number, kind),
        text: { csv: 'CSV', ods: 'Spreadsheet (ODS)', xlsx: 'Spreadsheet for Excel (XLSX)' }[kind],
      })),
    }),
  )
}

async function showItem(services: Services, ask: Ask, problems: readonly FindingProblem[]): Promise<Answer> {
  const { round, sample, found, rows } = await readSample(services, ask)
  const { fund, slug } = round
  const place = wholeOf(ask, 'place')
  const row = rows.find((each) => each.place === place)
  if (row === undefined) throw notFound('item')
  const typed = { finding: ask.form.line('finding'), note: ask.form.text('note') }
  const before = found.filter((each) => each.place === place)
  return show(
    itemPage({
      round,
      breadcrumbs: [
        ...evidenceCrumbs(round),
        { text: `Sample ${sample.number}`, href: samplePath(fund.slug, slug, sample.number) },
      ],
      place,
      of: sample.size,
      row,
      trailHref: trailPath(fund.slug, slug, row.item.reference ?? undefined),
      found: before.map((each) => ({ ...each, at: ukTimeWithZone(each.foundAt) })),
      form: may(ask.actor, 'evidence:sample', round.fundId)
        ? {
            csrf: ask.csrf,
            action: itemPath(fund.slug, slug, sample.number, place),
            after: before.length,
            finding: problems.length > 0 ? typed.finding : (row.found?.finding ?? ''),
            note: problems.length > 0 ? typed.note : (row.found?.note ?? ''),
          }
        : undefined,
      problems: problems.map((problem) => ({ text: findingProblemWords(problem), field: problem.field })),
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

const columnsOf = (round: RoundInFund, { population }: Sample): readonly Column<SheetRow>[] => [
  { heading: 'Item', cell: ({ place }) => place },
  { heading: 'Drawn of', cell: () => populationWords[population] },
  { heading: 'Reference', cell: ({ item }) => item.reference },
  { heading: 'What', cell: ({ item }) => item.label },
  { heading: 'Group', cell: ({ stratum }) => (stratum === '' ? '' : groupWords(stratum)) },
  { heading: 'Finding', cell: ({ found }) => found && findingWords[found.finding] },
  { heading: 'Note', cell: ({ found }) => found?.note },
  { heading: 'By', cell: ({ found }) => found?.foundBy },
  { heading: 'At', cell: ({ found }) => found?.foundAt },
  ...(round.illustrative ? [{ heading: 'Warning', cell: () => illustrativeWords }] : []),
]

const fileName = (round: RoundInFund, { number }: Sample, kind: string): string =>
  `${round.illustrative ? 'illustrative-' : ''}${round.fund.slug}-${round.slug}-sample-${number}.${kind}`

async function sendCsv(services: Services, ask: Ask): Promise<Answer> {
  const { round, sample, rows } = await readSample(services, ask)
  const body = csvOf(columnsOf(round, sample), rows, { forPeople: true })
  return download({ name: fileName(round, sample, 'csv'), type: 'text/csv; charset=utf-8', body })
}

async function sendSheet(services: Services, ask: Ask, kind: 'ods' | 'xlsx'): Promise<Answer> {
  const { round, sample, rows } = await readSample(services, ask)
  const columns = columnsOf(round, sample)
  const cellOf = (value: ReturnType<(typeof columns)[number]['cell']>) =>
    value instanceof Date ? value.toISOString() : typeof value === 'number' ? value : (value?.toString() ?? null)
  const sheet = {
    name: `Sample ${sample.number}`,
    headings: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
  }
  const body = await spreadsheetOf(kind, [sheet], ask.receivedAt)
  return download({ name: fileName(round, sample, kind), type: spreadsheetTypes[kind], body })
}
