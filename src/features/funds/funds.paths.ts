/** What a person runs, takes part in or looks over. */
export const managePath = (): string => '/manage'

export const newFundPath = (): string => '/manage/funds/new'

export const manageFundPath = (fund: string): string => `/manage/funds/${fund}`

/** Where whoever decides changes its money. */
export const changeMoneyPath = (fund: string): string => `/manage/funds/${fund}/money`
export const changeFundPath = (fund: string): string => `/manage/funds/${fund}/change`

export const fundersPath = (fund: string): string => `/manage/funds/${fund}/funders`

export const newFunderPath = (fund: string): string => `/manage/funds/${fund}/funders/new`

export const funderPath = (fund: string, organisation: string): string =>
  `/manage/funds/${fund}/funders/${encodeURIComponent(organisation)}`

export const removeFunderPath = (fund: string, organisation: string): string =>
  `${funderPath(fund, organisation)}/remove`

export const approvalsPath = (fund: string): string => `/manage/funds/${fund}/approvals`

/** Where a funder says that it does not approve something, and why. */
export const refusePath = (fund: string): string => `${approvalsPath(fund)}/refuse`

/** Who holds which role on a fund. The area of accounts serves it. */
export const peoplePath = (fund: string): string => `/manage/funds/${fund}/people`

/** The webhooks of a fund. The area of publishing serves them. */
export const webhooksPath = (fund: string): string => `/manage/funds/${fund}/webhooks`

/** @param copyOf the slug of a round to start from */
export const newRoundPath = (fund: string, copyOf?: string): string =>
  `/manage/funds/${fund}/new-round${copyOf === undefined ? '' : `?copy=${encodeURIComponent(copyOf)}`}`

export const manageRoundPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}`

/** The pages of a round that its programme team runs it with; some are served by areas that come later. */
export type RoundPage =
  | 'change'
  | 'timetable'
  | 'publish'
  | 'workload'
  | 'invitations'
  | 'invitations/choose'
  | 'invitations/contacts'
  | 'invitations/remind'
  | 'applications'
  | 'assessment'
  | 'report'
  | 'results'
  | 'ggis'
  | 'requests'
  | 'evidence'
  | 'decisions'
  | 'extensions'
  | 'late'
  | 'key-in'
  | 'reminders'
  | 'form'
  | 'applying'
  | 'pages'
  | 'questions'
  | 'rules'
  | 'rules/seal'
  | 'gates'
  | 'cancel'
  | 'sign-offs'

export const roundPagePath = (fund: string, round: string, page: RoundPage): string =>
  `/manage/funds/${fund}/${round}/${page}`

/** Notices on every page of the service. */
export const noticesPath = (): string => '/manage/notices'

export const takeDownNoticePath = (notice: string): string => `/manage/notices/${notice}/take-down`

/** Where an invited body answers. */
export const invitationPath = (token: string): string => `/invitation/${token}`

/** What the public reads of a round. */
export const publicRoundPath = (fund: string, round: string): string => `/funds/${fund}/${round}`

/** A section of the rules, to change. */
export const ruleSectionPath = (fund: string, round: string, section: string): string =>
  `${roundPagePath(fund, round, 'rules')}/sections/${section}`

/** A criterion of the written or the interview stage, to change; `new` for one more. */
export const criterionPath = (fund: string, round: string, stage: string, criterion: string): string =>
  `${roundPagePath(fund, round, 'rules')}/criteria/${stage}/${encodeURIComponent(criterion)}`

/** What is said of a gate. */
export const gatePath = (fund: string, round: string, gate: string): string =>
  `${roundPagePath(fund, round, 'gates')}/${gate}`

/** What the public reads of the sealed rules and their changes. The area of guidance serves it. */
export const publicRulesPath = (fund: string, round: string): string => `${publicRoundPath(fund, round)}/rules`

/** What the public reads of scoring. The area of guidance serves it. */
export const publicScoringPath = (fund: string, round: string): string => `${publicRoundPath(fund, round)}/scoring`

/** The support that a fund buys for those it awards. */
export const supportPath = (fundSlug: string): string => `${manageFundPath(fundSlug)}/support`

/** What the awards of a fund have come to, for those who run it. */
export const benefitsOfFundPath = (fundSlug: string): string => `${manageFundPath(fundSlug)}/benefits`

/** What running a fund on the service costs. The front of the service serves it. */
export const costsPath = (fundSlug: string): string => `${manageFundPath(fundSlug)}/costs`

/** The network of a fund, for those who run it. */
export const runNetworkPath = (fundSlug: string): string => `${manageFundPath(fundSlug)}/network`

/** The expert panel of a fund, for whoever runs it: the pages are those of a later area. */
export const runExpertsPath = (fund: string): string => `${manageFundPath(fund)}/experts`
