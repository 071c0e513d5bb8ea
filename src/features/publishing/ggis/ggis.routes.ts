import { ggisAwardColumns, ggisPaymentColumns, ggisSchemeColumns, missingIn } from '../../../core/open-data/index.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type Sheet, spreadsheetOf, spreadsheetTypes } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { findRound, type RoundInFund, roundCrumbs } from '../../funds/index.ts'
import { leftOutWords } from './ggis.messages.ts'
import { ggisFilePath, ggisPath } from './ggis.paths.ts'
import { ggisPage } from './pages/ggis.ts'
import { type GgisRecords, readRecords } from './read-records.ts'

/** What the Government Grants Information System asks for, as files, with what is missing in each record. */
export function ggisRoutes(services: Services): Route[] {
  const { db, config } = services
  const path = '/manage/funds/:fund/:round/ggis'
  const read = async (ask: Ask) => {
    const round = await findRound(db, ask.actor, 'results:publish', {
      fundSlug: param(ask, 'fund'),
      roundSlug: param(ask, 'round'),
    })
    const inKind = ask.query.get('in-kind') === 'yes'
    return {
      round,
      inKind,
      records: await readRecords(db, round, { inKind, prefix: config.openDataPrefix }),
    }
  }
  return [
    get(path, 'results:publish', async (ask) => {
      const { round, inKind, records } = await read(ask)
      return show(ggisPage(modelOf(round, records, inKind)))
    }),
    get(`${path}/scheme.csv`, 'results:publish', async (ask) => {
      const { round, records } = await read(ask)
      return csv(round, 'scheme', csvOf(ggisSchemeColumns, [records.scheme], { forPeople: false }))
    }),
    get(`${path}/awards.csv`, 'results:publish', async (ask) => {
      const { round, records } = await read(ask)
      return csv(round, 'awards', csvOf(ggisAwardColumns, records.awards, { forPeople: false }))
    }),
    get(`${path}/payments.csv`, 'results:publish', async (ask) => {
      const { round, records } = await read(ask)
      return csv(round, 'payments', csvOf(ggisPaymentColumns, records.payments, { forPeople: false }))
    }),
    ...(['ods', 'xlsx'] as const).map((kind) =>
      get(`${path}/records.${kind}`, 'results:publish', async (ask) => {
        const { round, records } = await read(ask)
        const body = await spreadsheetOf(kind, sheetsOf(records), ask.receivedAt)
        return download({ name: fileName(round, 'records', kind), type: spreadsheetTypes[kind], body })
      }),
    ),
  ]
}

const fileName = ({ illustrative, fund, slug }: RoundInFund, what: string, ending: string): string =>
  `${illustrative ? 'illustrative-' : ''}ggis-${what}-${fund.slug}-${slug}.${ending}`

const csv = (round: RoundInFund, what: string, body: string): Answer =>
  download({ name: fileName(round, what, 'csv'), type: 'text/csv; charset=utf-8', body })

function sheetsOf({ scheme, awards, payments }: GgisRecords): readonly Sheet[] {
  const headings = (columns: readonly { readonly heading: string }[]) => columns.map(({ heading }) => heading)
  const missing = [
    ['Scheme', scheme.reference, missingIn(ggisSchemeColumns, scheme).join('; ')],
    ...awards.map((award) => ['Award', award.reference, missingIn(ggisAwardColumns, award).join('; ')]),
  ]
  return [
    {
      name: 'Scheme',
      headings: headings(ggisSchemeColumns),
      rows: [ggisSchemeColumns.map(({ cell }) => cell(scheme))],
    },
    {
      name: 'Awards',
      headings: headings(ggisAwardColumns),
      rows: awards.map((award) => ggisAwardColumns.map(({ cell }) => cell(award))),
    },
    {
      name: 'Payments',
      headings: headings(ggisPaymentColumns),
      rows: payments.map((payment) => ggisPaymentColumns.map(({ cell }) => cell(payment))),
    },
    { name: 'Missing', headings: ['Record', 'Reference', 'What is missing'], rows: missing },
  ]
}

function modelOf(round: RoundInFund, { scheme, awards, leftOut }: GgisRecords, inKind: boolean) {
  const { fund, slug } = round
  const file = (name: Parameters<typeof ggisFilePath>[2], text: string) => ({
    href: ggisFilePath(fund.slug, slug, name, inKind),
    text,
  })
  const missing = awards.map((award) => missingIn(ggisAwardColumns, award))
  const always = ggisAwardColumns
    .map(({ heading }) => heading)
    .filter((heading) => missing.length > 0 && missing.every((each) => each.includes(heading)))
  return {
    round,
    breadcrumbs: roundCrumbs(round),
    schemeMissing: missingIn(ggisSchemeColumns, scheme),
    always,
    awards: awards.map(({ reference, recipient, pounds }, index) => ({
      reference,
      recipient,
      pounds,
      missing: (missing[index] ?? []).filter((heading) => !always.includes(heading)),
    })),
    leftOut: leftOut.map(({ recipient, why }) => ({ recipient, why: leftOutWords[why] })),
    other: {
      href: inKind ? ggisPath(fund.slug, slug) : `${ggisPath(fund.slug, slug)}?in-kind=yes`,
      text: inKind ? 'Leave support in kind out' : 'Put support in kind in too',
    },
    files: [
      file('scheme.csv', 'The scheme (CSV)'),
      file('awards.csv', 'The awards, to load into GGIS (CSV)'),
      file('payments.csv', 'What was paid of the awards and came back, in columns of our own (CSV)'),
      file('records.ods', 'All, with what is missing (spreadsheet, ODS)'),
      file('records.xlsx', 'All, with what is missing (spreadsheet for Excel, XLSX)'),
    ],
  }
}
