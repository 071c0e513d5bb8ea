export const performancePath = '/performance'
export const performanceCsvPath = `${performancePath}.csv`
export const performanceJsonPath = `${performancePath}.json`

/** Where people say how satisfied they were; `?after=submitting` from the receipt, which may not ask this area. */
export const feedbackPath = '/feedback'
