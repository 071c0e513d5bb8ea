import type { Standing } from '../../../core/sign-offs/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { SignOff } from './read-sign-offs.ts'
import { onPaperWords, standingWords } from './sign-offs.messages.ts'

const colours: Readonly<Record<Standing, string>> = {
  'not-asked': 'grey',
  asked: 'light-blue',
  declined: 'red',
  signed: 'green',
  'needs-signing-again': 'yellow',
}

/** How a sign-off stands, as a tag. */
export const describeStanding = (standing: Standing): { readonly text: string; readonly colour: string } => ({
  text: standingWords[standing],
  colour: colours[standing],
})

/** Who is asked or signed, when, and why not: a sentence each. */
export function linesAbout({ kind, organisation, kept, onPaper, standing }: SignOff): readonly string[] {
  if (kept === undefined) {
    return kind === 'partner' ? [`Any confirmed member of ${organisation.name} can sign for it.`] : []
  }
  const { signature, state, reason, decidedAt, paper } = kept
  if (onPaper && paper) {
    return [
      `Signed by ${paper.name}, ${paper.jobTitle}, ${onPaperWords({ ...paper, recordedBy: paper.recordedByName })}.`,
      ...(standing === 'signed'
        ? []
        : [
            'Money, scope or partners are not as they were when that was recorded. If the scan shows what is keyed in now, record it again.',
          ]),
    ]
  }
  if (signature) {
    return [`Signed by ${signature.name}, ${signature.jobTitle}, at ${ukTime(signature.signedAt)}.`]
  }
  if (state === 'declined') {
    const who = kind === 'partner' ? organisation.name : kept.name
    return [`${who} declined${decidedAt === null ? '' : ` at ${ukTime(decidedAt)}`}: ${reason}`]
  }
  if (kind === 'partner') return [`Any confirmed member of ${organisation.name} can sign for it.`]
  if (kept.email === '') return []
  return [`${kept.name}, ${kept.jobTitle} (${kept.email}), was asked at ${ukTime(kept.askedAt)}.`]
}
