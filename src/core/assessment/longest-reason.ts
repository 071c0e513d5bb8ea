/** The most characters of a reason that somebody gives for what they do in an assessment. */
export const longestReason = 2000
