/** What stands between an answer and what it answers in mails of ours: what is below it was not written now. */
export const replyMarker = (): string => '--- Write your answer above this line ---'
