import { kindPlural } from '../../../core/authorities/kind-words.ts'
import { notFound } from '../../../core/errors.ts'
import { capital } from '../../../core/text/capital.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  type SpreadsheetKind,
  spreadsheetOf,
  spreadsheetTypes,
} from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { illustrativeWords, manageApplicationsPath } from '../../applications/index.ts'
import { findRound, type RoundInFund, roundCrumbs } from '../../funds/index.ts'
import { reportPage } from './pages/report.ts'
import { reportRowsPage } from './pages/report-rows.ts'
import { readReport } from './read-report.ts'
import { readFigure, readRows } from './read-rows.ts'
import { reportRows, reportSheets } from './report-sheets.ts'
import { reportFilePath, reportPath, reportRowsPath } from './reporting.paths.ts'
import { timetableEntries } from './timetable-entries.ts'

/** How a round goes, as a page and as files: for those who run it and those who audit it. */
export function reportingRoutes(services: Services): Route[] {
  const found = (ask: Ask) =>
    findRound(services.db, ask.actor, 'application:list', {
      fundSlug: param(ask, 'fund'),
      roundSlug: param(ask, 'round'),
    })
  const path = '/manage/funds/:fund/:round/report'
  return [
    get(path, 'application:list', async (ask) => {
      const round = await found(ask)
      return show(reportPage(await modelOf(services, round, ask.receivedAt)))
    }),
    get(`${path}/applications`, 'application:list', async (ask) => {
      const round = await found(ask)
      const figure = readFigure(ask.query)
      if (figure === undefined) throw notFound('figure')
      return show(
        reportRowsPage({
          ...(await readRows(services.db, round, figure, kindOf)),
          illustrative: round.illustrative,
          caption: `${round.fund.name}: ${round.name}`,
          at: ukTimeWithZone(ask.receivedAt),
          breadcrumbs: [
            ...roundCrumbs(round),
            { text: 'Report', href: reportPath(round.fund.slug, round.slug) },
            { text: 'Applications' },
          ],
        }),
      )
    }),
    get(`${path}.csv`, 'application:list', async (ask) => {
      const round = await found(ask)
      const rows = reportRows(await readReport(services.db, round), kindOf)
      const note = round.illustrative ? illustrativeWords : undefined
      const columns = [
        { heading: 'Table', cell: (row: (typeof rows)[number]) => row.table },
        { heading: 'Group', cell: (row: (typeof rows)[number]) => row.group },
        { heading: 'Stage', cell: (row: (typeof rows)[number]) => row.stage },
        { heading: 'Count', cell: (row: (typeof rows)[number]) => row.count },
        ...(note === undefined ? [] : [{ heading: 'Note', cell: () => note }]),
      ]
      const body = csvOf(columns, rows, { forPeople: true })
      return download({ name: fileName(round, 'csv'), type: 'text/csv; charset=utf-8', body })
    }),
    ...(['ods', 'xlsx'] as const).map((kind) =>
      get(`${path}.${kind}`, 'application:list', async (ask) => {
        const round = await found(ask)
        return download({
          name: fileName(round, kind),
          type: spreadsheetTypes[kind],
          body: await sheetsOf(services, round, kind, ask.receivedAt),
        })
      }),
    ),
  ]
}

const fileName = ({ fund, slug }: RoundInFund, kind: string): string => `report-${fund.slug}-${slug}.${kind}`

/** @example kindOf('county') // => 'County councils' */
const kindOf = (kind: string): string => capital(kindPlural(kind))

async function sheetsOf({ db }: Services, round: RoundInFund, kind: SpreadsheetKind, at: Date): Promise<Uint8Array> {
  const about = [
    ['Fund', round.fund.name],
    ['Round', round.name],
    ['As it was at', ukTimeWithZone(at)],
    ...(round.illustrative ? [['Note', illustrativeWords] as const] : []),
  ] as const
  return await spreadsheetOf(kind, reportSheets(await readReport(db, round), kindOf, about), at)
}

async function modelOf({ db }: Services, round: RoundInFund, at: Date): Promise<Parameters<typeof reportPage>[0]> {
  const { fund, slug } = round
  return {
    round,
    at: ukTimeWithZone(at),
    report: await readReport(db, round),
    breadcrumbs: roundCrumbs(round),
    kindOf,
    rowsOf: (figure) => reportRowsPath(fund.slug, slug, figure),
    listHref: manageApplicationsPath(fund.slug, slug),
    timetable: timetableEntries(round, at),
    files: (['ods', 'xlsx', 'csv'] as const).map((kind) => ({
      href: reportFilePath(fund.slug, slug, kind),
      text: {
        ods: 'Spreadsheet (ODS)',
        xlsx: 'Spreadsheet for Excel (XLSX)',
        csv: 'Every figure in a row of its own (CSV)',
      }[kind],
    })),
  }
}
