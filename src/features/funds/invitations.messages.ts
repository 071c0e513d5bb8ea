import { type AuthorityKind, authorityKinds } from '../../core/authorities/authority.ts'
import type { InvitationResponse } from '../../core/rounds/invitation.ts'
import { plainList } from '../../core/text/plain-list.ts'

export const responseWords: Record<InvitationResponse, { readonly text: string; readonly classes: string }> = {
  none: { text: 'No answer', classes: 'govuk-tag--yellow' },
  interested: { text: 'Interested', classes: 'govuk-tag--green' },
  'not-this-time': { text: 'Not this time', classes: 'govuk-tag--grey' },
}

export const kindWords: Record<AuthorityKind, string> = {
  county: 'County councils',
  district: 'District councils',
  unitary: 'Unitary authorities',
  'metropolitan-district': 'Metropolitan districts',
  'london-borough': 'London boroughs',
  'city-of-london': 'City of London',
  'combined-authority': 'Combined authorities',
  'greater-london-authority': 'Greater London Authority',
  'police-commissioner': 'Police and crime commissioners',
  'fire-authority': 'Fire authorities',
  'integrated-care-board': 'Integrated care boards',
  'national-park-authority': 'National park authorities',
  'waste-authority': 'Waste authorities',
}

/** Kinds as a sentence says them: "County councils, London boroughs and unitary authorities". */
export function kindsInSentence(kinds: readonly AuthorityKind[]): string {
  const names = authorityKinds.filter((kind) => kinds.includes(kind)).map((kind) => kindWords[kind])
  const proper = /^(London|City of London|Greater London)/
  return plainList(
    names.map((name, index) =>
      index === 0 || proper.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),
    ),
  )
}

/** What goes into the letter that invites a body, or reminds it. */
export type InvitationLetter = {
  readonly fundName: string
  readonly organisationName: string
  /** With its zone; null while there is none. */
  readonly deadline: string | null
  readonly hoursToApply: number
  readonly roundUrl: string
  readonly answerUrl: string
  readonly contactEmail: string
  readonly reminder: boolean
  /** Whether the round is made up, for demonstration. */
  readonly illustrative: boolean
}

/** Plain text, as Notify and every mail program show it. */
export function invitationLetter(letter: InvitationLetter): { readonly subject: string; readonly body: string } {
  const {
    fundName,
    organisationName,
    deadline,
    hoursToApply,
    roundUrl,
    answerUrl,
    contactEmail,
    reminder,
    illustrative,
  } = letter
  const lines = [
    illustrative ? 'This is about a made-up round, for demonstration. Nobody is really invited.' : '',
    `To the chief executive of ${organisationName}`,
    reminder
      ? `We invited ${organisationName} to apply to ${fundName}, and have not heard whether it is interested.`
      : `${organisationName} is invited to apply to ${fundName}.`,
    `What the fund offers, who may apply and what makes a strong application:\n${roundUrl}`,
    deadline === null ? '' : `The deadline is ${deadline}.`,
    `An application takes about ${hoursToApply === 1 ? '1 hour' : `${hoursToApply} hours`} to write.`,
    `Tell us whether you are interested, or not this time. It takes one click, you need no account, and it binds you to nothing:\n${answerUrl}`,
    contactEmail === '' ? '' : `Questions: ${contactEmail}`,
  ]
  return {
    subject: `${illustrative ? '[Illustrative] ' : ''}${reminder ? 'Reminder: ' : ''}${organisationName} is invited to apply to ${fundName}`,
    body: lines.filter((line) => line !== '').join('\n\n'),
  }
}
