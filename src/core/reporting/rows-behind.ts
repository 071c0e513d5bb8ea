import { type ReportedApplication, reached, regionGroup, type Stage, stages } from './summarise-round.ts'

/** The figures that a report has: of a stage, or of what counts nowhere else. */
export const figures = ['draft', 'withdrawn', ...stages] as const
export type Figure = (typeof figures)[number]

/** Which figure: of the whole, of a region or of a type of authority. */
export type FigureAt = { readonly figure: Figure; readonly region?: string; readonly kind?: string }

/** The applications that a figure of {@link summariseRound} counts. */
export const rowsBehind = <Row extends ReportedApplication>(
  applications: readonly Row[],
  { figure, region, kind }: FigureAt,
): readonly Row[] =>
  applications.filter(
    (row) =>
      counts(row, figure) &&
      (region === undefined || regionGroup(row) === region) &&
      (kind === undefined || row.kind === kind),
  )

const counts = (row: ReportedApplication, figure: Figure): boolean =>
  figure === 'draft' || figure === 'withdrawn'
    ? row.state === figure
    : row.state === 'submitted' && reached(row).includes(figure)

/** The last stage that an application came to; undefined of one that was not sent in, or was withdrawn. */
export const furthestOf = (row: ReportedApplication): Stage | undefined =>
  row.state === 'submitted' ? reached(row).at(-1) : undefined
