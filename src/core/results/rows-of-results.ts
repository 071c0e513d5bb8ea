import { stages } from '../reporting/index.ts'
import { inBand } from './anonymous-bands.ts'
import type { CameTo, ResultsDocument } from './results-document.ts'

/** An application of published results, by its name or its pseudonym. */
export type ResultRow = {
  readonly name: string
  /** By which the published record has it: the reference of an award, the pseudonym of a bid. */
  readonly reference: string
  readonly cameTo: CameTo
  readonly outcome: ResultsDocument['bids'][number]['outcome'] | 'award'
  readonly readers: readonly string[]
  readonly pounds: number | null
}

/** The figures of results that applications stand behind. */
export const resultFigures = [...stages, 'withdrawn'] as const satisfies readonly CameTo[]

/** A figure of results: how far applications came, or the lower end of a band of final scores. */
export type ResultFigure = { readonly cameTo: CameTo } | { readonly scoreFrom: number }

/**
 * The applications that a figure of published results counts: awards by name, and then bids under pseudonyms.
 *
 * @param figure without one, every application
 * @param scores final scores, of 100, by the reference that the published record has
 * @returns undefined of a document of the first format, which does not say how far each came
 */
export function rowsOfResults(
  { format, awards, bids, scores: bands }: Pick<ResultsDocument, 'format' | 'awards' | 'bids' | 'scores'>,
  figure: ResultFigure | undefined,
  scores: ReadonlyMap<string, number>,
): readonly ResultRow[] | undefined {
  if (format === 1) return undefined
  const all: readonly ResultRow[] = [
    ...awards.map(({ lead, reference, pounds }) => ({
      name: lead,
      reference,
      cameTo: 'awarded' as const,
      outcome: 'award' as const,
      readers: [],
      pounds,
    })),
    ...bids.map(({ pseudonym, outcome, readers, cameTo = 'received' }) => ({
      name: pseudonym,
      reference: pseudonym,
      cameTo,
      outcome,
      readers,
      pounds: null,
    })),
  ]
  if (figure === undefined) return all
  if ('cameTo' in figure) return all.filter(({ cameTo }) => reached(cameTo, figure.cameTo))
  const band = bands.find(({ from }) => from === figure.scoreFrom)
  return all.filter(({ reference }) => {
    const score = scores.get(reference)
    return band !== undefined && score !== undefined && inBand(score, band)
  })
}

const reached = (cameTo: CameTo, figure: CameTo): boolean =>
  cameTo === figure ||
  (cameTo !== 'withdrawn' && figure !== 'withdrawn' && stages.indexOf(cameTo) >= stages.indexOf(figure))
