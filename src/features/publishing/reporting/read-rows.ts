import { kindWords } from '../../../core/authorities/kind-words.ts'
import { type FigureAt, figures, furthestOf, rowsBehind, severalRegions } from '../../../core/reporting/index.ts'
import { capital } from '../../../core/text/capital.ts'
import type { Database } from '../../../platform/database/database.ts'
import { manageApplicationPath } from '../../applications/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { ReportRowsModel } from './pages/report-rows.ts'
import { readReported } from './read-report.ts'
import { figureWords, stageWords } from './reporting.messages.ts'

/** Reads which figure is asked for; undefined of one that no report has. */
export function readFigure(query: URLSearchParams): FigureAt | undefined {
  const figure = figures.find((each) => each === query.get('figure'))
  const [region, kind] = [query.get('region'), query.get('type')]
  return figure && { figure, ...(region !== null && { region }), ...(kind !== null && { kind }) }
}

/** The applications behind a figure of the report of a round. @param kindOf the words for all of a type of authority */
export async function readRows(
  db: Database,
  round: RoundInFund,
  at: FigureAt,
  kindOf: (kind: string) => string,
): Promise<Pick<ReportRowsModel, 'title' | 'rows'>> {
  const { fund, slug } = round
  const behind = rowsBehind(await readReported(db, round.id), at)
  return {
    title: [figureWords(at.figure), at.region, at.kind && kindOf(at.kind)].filter(Boolean).join(', '),
    rows: behind.map((row) => {
      const furthest = furthestOf(row)
      return {
        reference: row.reference,
        href: manageApplicationPath(fund.slug, slug, row.reference),
        region: row.region ?? severalRegions,
        kind: capital(kindWords(row.kind)),
        cameTo:
          furthest === undefined ? figureWords(row.state === 'draft' ? 'draft' : 'withdrawn') : stageWords[furthest],
        awardedPounds: row.state === 'submitted' ? row.awardedPounds : null,
      }
    }),
  }
}
