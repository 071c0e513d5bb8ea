import { roundPath } from '../../guidance/index.ts'

type Address = { readonly fund: string; readonly round: string }

/** What everybody reads of the results of a round. */
export const resultsPath = (address: Address): string => `${roundPath(address)}/results`

/** A version of them. */
export const resultsVersionPath = (address: Address, number: number): string =>
  `${resultsPath(address)}/versions/${number}`

/** The applications behind the figures of results. */
export const resultRowsPagePath = (address: Address): string => `${resultsPath(address)}/applications`

/** The applications behind a figure of a version: how far they came, such as `shortlisted`, or the lower end of a band of scores. */
export const resultRowsPath = (
  address: Address,
  version: number,
  figure: { readonly cameTo: string } | { readonly scoreFrom: number },
): string => {
  const asked = 'cameTo' in figure ? { figure: figure.cameTo } : { 'score-from': String(figure.scoreFrom) }
  return `${resultRowsPagePath(address)}?${new URLSearchParams({ ...asked, version: String(version) })}`
}

/** Files that go with them. */
export const resultsFilePath = (
  address: Address,
  file: 'awards.json' | 'awards.csv' | 'decision-record.json' | 'results.json',
): string => `${resultsPath(address)}/${file}`

/** Where the team publishes them. */
export const publishResultsPath = ({ fund, round }: Address): string => `/manage/funds/${fund}/${round}/results`
