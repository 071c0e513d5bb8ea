import { exemptionOf, requestState } from '../../../core/requests/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { kindWords, outcomeWords, stateTags } from './requests.messages.ts'
import type { ListedRequest } from './requests.store.ts'

const columns: readonly Column<ListedRequest>[] = [
  { heading: 'Number', cell: ({ number }) => number },
  { heading: 'Kind', cell: ({ kind }) => kindWords[kind] },
  { heading: 'Received on', cell: ({ receivedOn }) => receivedOn },
  { heading: 'Due on', cell: ({ dueOn }) => dueOn },
  { heading: 'Time extended on', cell: ({ extendedOn }) => extendedOn },
  { heading: 'From', cell: ({ from }) => from },
  { heading: 'Asked', cell: ({ text }) => text },
  { heading: 'Applications', cell: ({ applications }) => applications.join(' ') },
  { heading: 'About the decision', cell: ({ decision }) => decision },
  { heading: 'Answers for it', cell: ({ owner }) => owner },
  { heading: 'State', cell: (request) => stateTags[requestState(request)].text },
  { heading: 'Outcome', cell: ({ outcome }) => (outcome === null ? '' : outcomeWords[outcome]) },
  { heading: 'Answered on', cell: ({ answeredOn }) => answeredOn },
  { heading: 'Published', cell: ({ published }) => published },
]

/** The log as a file to open in a spreadsheet. @param note said in every row of what is made up */
export const requestsCsv = (requests: readonly ListedRequest[], note: string | undefined): string =>
  csvOf([...columns, ...(note === undefined ? [] : [{ heading: 'Note', cell: () => note }])], requests, {
    forPeople: true,
  })

/** An exemption as it is cited. @example citedWords('s40') // => 'Section 40: Personal information' */
export const citedWords = (id: string): string => {
  const exemption = exemptionOf(id)
  return exemption === undefined ? id : `${capital(exemption.cited)}: ${exemption.name}`
}
