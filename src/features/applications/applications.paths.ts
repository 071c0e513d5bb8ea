/** Addresses of applications, and of the parts of a round that are about them. */

export const applyPath = (fund: string, round: string): string => `/funds/${fund}/${round}/apply`
export const blankFormPath = (fund: string, round: string): string => `/funds/${fund}/${round}/form/blank`

/** The screener of a round: whether somebody can apply. */
export const eligibilityPath = (fund: string, round: string): string => `/funds/${fund}/${round}/eligibility`
export const eligibilityPagePath = (fund: string, round: string, page: string): string =>
  `${eligibilityPath(fund, round)}/questions/${encodeURIComponent(page)}`
export const eligibilityResultPath = (fund: string, round: string): string => `${eligibilityPath(fund, round)}/result`

export const applicationPath = (reference: string): string => `/applications/${reference}`

/** `from` says where to go after saving: back to check your answers. */
export const questionPath = (reference: string, page: string, options: QuestionPathOptions = {}): string => {
  const query = new URLSearchParams()
  if (options.from !== undefined) query.set('from', options.from)
  if (options.add !== undefined) query.set('add', options.add)
  if (options.all === true) query.set('all', 'yes')
  const text = query.toString()
  return `${applicationPath(reference)}/pages/${page}${text === '' ? '' : `?${text}`}${options.at === undefined ? '' : `#${options.at}`}`
}

/** `add`: shows one more item of this list. `all`: says everything the page still needs. `at`: the input to go to. */
export type QuestionPathOptions = {
  readonly from?: 'check' | undefined
  readonly add?: string | undefined
  readonly all?: boolean | undefined
  readonly at?: string | undefined
}

export const applicationEligibilityPath = (reference: string): string => `${applicationPath(reference)}/eligibility`
export const applicationEligibilityPagePath = (reference: string, page: string): string =>
  `${applicationEligibilityPath(reference)}/questions/${encodeURIComponent(page)}`
/** People invited by their addresses to write. */
export const colleaguesPath = (reference: string): string => `${applicationPath(reference)}/colleagues`
export const removeColleaguePath = (reference: string): string => `${colleaguesPath(reference)}/remove`
/** Where somebody who is invited joins. */
export const joinPath = (reference: string): string => `${applicationPath(reference)}/join`
/** Who is to write what. */
export const owesPath = (reference: string): string => `${applicationPath(reference)}/who-owes-what`
/** Giving a page to somebody. */
export const givePath = (reference: string, page: string): string => `${questionPath(reference, page)}/give`
/** Giving one question of a page to somebody. */
export const giveQuestionPath = (reference: string, question: string): string =>
  `${applicationPath(reference)}/questions/${question}/give`
/** What those who write say about a page. */
export const commentsPath = (reference: string, page: string): string => `${questionPath(reference, page)}/comments`
/** The versions of the answers of a page. */
export const historyPath = (reference: string, page: string): string => `${questionPath(reference, page)}/history`
/** Where a script says that somebody has a page open. */
export const presencePath = (reference: string, page: string): string => `${questionPath(reference, page)}/presence`
export const checkPath = (reference: string): string => `${applicationPath(reference)}/check`
export const receiptPath = (reference: string): string => `${applicationPath(reference)}/receipt`
export const receiptPdfPath = (reference: string): string => `${applicationPath(reference)}/receipt.pdf`
export const submissionPath = (reference: string): string => `${applicationPath(reference)}/submission`
export const submissionJsonPath = (reference: string): string => `${submissionPath(reference)}.json`
/** As a Word document: the draft, or what was submitted. */
export const wordPath = (reference: string): string => `${applicationPath(reference)}/application.docx`
export const withdrawPath = (reference: string): string => `${applicationPath(reference)}/withdraw`
export const formChangesPath = (reference: string): string => `${applicationPath(reference)}/form-changes`
export const partnersPath = (reference: string): string => `${applicationPath(reference)}/partners`
export const removePartnerPath = (reference: string): string => `${partnersPath(reference)}/remove`
/** Which pages a partner writes. */
export const partnerPartPath = (reference: string, organisation: string): string =>
  `${partnersPath(reference)}/${encodeURIComponent(organisation)}/part`
export const partnerPath = (reference: string): string => `${applicationPath(reference)}/partner`

export const manageApplicationsPath = (fund: string, round: string): string =>
  `/manage/funds/${fund}/${round}/applications`
export const manageApplicationPath = (fund: string, round: string, reference: string): string =>
  `${manageApplicationsPath(fund, round)}/${reference}`
export const manageSubmissionJsonPath = (fund: string, round: string, reference: string): string =>
  `${manageApplicationPath(fund, round, reference)}/submission.json`
/** More time: what was given, and giving more. */
export const extensionsPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/extensions`
export const lateSubmissionsPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/late`
export const latePath = (fund: string, round: string, attempt: string): string =>
  `${lateSubmissionsPath(fund, round)}/${attempt}`
export const manageSubmissionWordPath = (fund: string, round: string, reference: string): string =>
  `${manageApplicationPath(fund, round, reference)}/submission.docx`
/** What is asked about an application after the deadline: for its people, and for the programme team. */
export const answerRequestPath = (reference: string, number: number): string =>
  `${applicationPath(reference)}/requests/${number}`
export const manageRequestsPath = (fund: string, round: string, reference: string): string =>
  `${manageApplicationPath(fund, round, reference)}/requests`
export const closeRequestPath = (fund: string, round: string, reference: string, number: number): string =>
  `${manageRequestsPath(fund, round, reference)}/${number}/close`
/** Keying in what came by email or on paper, and the applicant's answer whether it is theirs. */
export const keyInPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/key-in`
/** One of them, for those who key it in: its scans and who signed on paper. */
export const keyedPath = (fund: string, round: string, reference: string): string =>
  `${keyInPath(fund, round)}/${reference}`
export const keyedScansPath = (fund: string, round: string, reference: string): string =>
  `${keyedPath(fund, round, reference)}/scans`
export const keyedScanPath = (fund: string, round: string, reference: string, file: string): string =>
  `${keyedScansPath(fund, round, reference)}/${file}`
export const removeScanPath = (fund: string, round: string, reference: string, file: string): string =>
  `${keyedScanPath(fund, round, reference, file)}/remove`
export const paperSignOffPath = (fund: string, round: string, reference: string, slot: string): string =>
  `${keyedPath(fund, round, reference)}/sign-offs/${encodeURIComponent(slot)}`
export const forgetPaperSignOffPath = (fund: string, round: string, reference: string, slot: string): string =>
  `${paperSignOffPath(fund, round, reference, slot)}/remove`
/** What came, for whoever is asked whether it was keyed in as they wrote it. */
export const confirmScanPath = (token: string, file: string): string => `${confirmKeyedPath(token)}/files/${file}`
export const confirmKeyedPath = (token: string): string => `/keyed/${token}`
export const manageCsvPath = (fund: string, round: string): string => `${manageApplicationsPath(fund, round)}.csv`

// Pages of other areas that lead here and that these lead back to.
export const publicRoundPath = (fund: string, round: string): string => `/funds/${fund}/${round}`
export const managedFundPath = (fund: string): string => `/manage/funds/${fund}`
export const managedRoundPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}`
export const yourWorkPath = '/home'
export const yourOrganisationsPath = '/account/organisations'

/** Where whoever has submitted says what they think of the service. Served by the area of home. */
export const feedbackOnServicePath = '/feedback?after=submitting'
