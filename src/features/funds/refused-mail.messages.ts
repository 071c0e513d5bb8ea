import type { ApprovalSubject } from '../../core/rounds/approval.ts'

const subjects: Readonly<Record<ApprovalSubject, string>> = {
  quote: 'its quote',
  rules: 'the rules of a round',
  shortlist: 'the shortlist of a round',
  awards: 'the awards of a round',
}

/** What the programme team reads when a funder does not approve something. */
export const refusedMail = ({
  fund,
  illustrative,
  funder,
  subject,
  reason,
  link,
}: {
  readonly fund: string
  readonly illustrative: boolean
  readonly funder: string
  readonly subject: ApprovalSubject
  readonly reason: string
  readonly link: string
}): { readonly subject: string; readonly body: string } => ({
  subject: `${fund}: ${funder} does not approve ${subjects[subject]}`,
  body: [
    ...(illustrative ? ['This is an illustrative fund: nothing in it is real.'] : []),
    `${funder} does not approve ${subjects[subject]} as it was shown.`,
    `Its reason: ${reason}`,
    'Change what it asks for, which it is then asked to approve again, or speak to its representative. It can still approve what it was shown.',
    link,
  ].join('\n\n'),
})
