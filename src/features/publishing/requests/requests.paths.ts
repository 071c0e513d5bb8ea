/** The log of requests for information about a round, for the programme team. */
export const requestsPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/requests`

/** The same as a file. */
export const requestsCsvPath = (fund: string, round: string): string => `${requestsPath(fund, round)}.csv`

/** Where one is logged. */
export const logRequestPath = (fund: string, round: string): string => `${requestsPath(fund, round)}/new`

export const requestPath = (fund: string, round: string, number: number): string =>
  `${requestsPath(fund, round)}/${number}`

/** What was disclosed, for everybody. */
export const disclosuresPath = (fund: string, round: string): string => `/funds/${fund}/${round}/disclosures`
