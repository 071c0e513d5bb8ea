/** Where programs ask. The number changes when an answer would no longer be understood by those who know the last one. */
export const apiPath = '/api/v1'

export const openApiPath = (): string => `${apiPath}/openapi.json`

export const apiFundPath = (fund: string): string => `${apiPath}/funds/${fund}`

export const apiFundRoundsPath = (fund: string): string => `${apiFundPath(fund)}/rounds`

export const apiRoundPath = (fund: string, round: string): string => `${apiFundRoundsPath(fund)}/${round}`

export const apiRowsPath = (fund: string, round: string): string => `${apiRoundPath(fund, round)}/applications`

/** What developers read. */
export const developersPath = (): string => '/developers'
