/** Every expert panel that one may open. */
export const panelsPath = '/experts'

/** The expert panel of a fund, for councils with an award and for its experts. */
export const panelPath = (fund: string): string => `/experts/${fund}`

export const termsPath = (fund: string): string => `${panelPath(fund)}/terms`
export const profilePath = (fund: string): string => `${panelPath(fund)}/profile`
export const hoursPath = (fund: string): string => `${panelPath(fund)}/hours`

/** Answers that were published to the cohort. */
export const answersPath = (fund: string): string => `${panelPath(fund)}/answers`
export const answerPath = (fund: string, number: number): string => `${answersPath(fund)}/${number}`

export const askPath = (fund: string): string => `${panelPath(fund)}/ask`
export const requestPath = (fund: string, number: number): string => `${panelPath(fund)}/requests/${number}`

/** Something that is done with a request. */
export const requestStepPath = (fund: string, number: number, step: string): string =>
  `${requestPath(fund, number)}/${step}`

/** The expert panel of a fund, for its programme team. */
export const managedPanelPath = (fund: string): string => `/manage/funds/${fund}/experts`
export const managedTermsPath = (fund: string): string => `${managedPanelPath(fund)}/terms`
export const panelUsePath = (fund: string): string => `${managedPanelPath(fund)}/use`
export const managedExpertPath = (fund: string, expert: string): string => `${managedPanelPath(fund)}/people/${expert}`
export const matchPath = (fund: string, number: number): string => `${managedPanelPath(fund)}/requests/${number}`
export const publishPath = (fund: string, number: number): string => `${matchPath(fund, number)}/publish`
