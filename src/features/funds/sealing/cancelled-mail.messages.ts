type Cancelled = {
  readonly fundName: string
  readonly roundName: string
  readonly reference: string
  readonly submitted: boolean
  readonly reason: string
  readonly roundUrl: string
  readonly contactEmail: string
  readonly illustrative: boolean
}

/** What somebody with a draft reads when its round is called off. */
export function cancelledMessage(about: Cancelled): { readonly subject: string; readonly body: string } {
  const { fundName, roundName, reference, submitted, reason, roundUrl, contactEmail, illustrative } = about
  return {
    subject: `${fundName}: ${roundName} is cancelled`,
    body: [
      ...(illustrative ? ['This is an illustrative fund: nothing in it is real.', ''] : []),
      `${roundName} of ${fundName} is cancelled. Your application ${reference} ${submitted ? 'will not be assessed' : 'cannot be submitted'}.`,
      '',
      `Reason: ${reason}`,
      '',
      'What you wrote is kept, and you can still read it and copy it.',
      '',
      roundUrl,
      ...(contactEmail === '' ? [] : ['', `Questions: ${contactEmail}`]),
    ].join('\n'),
  }
}
