import type { FrozenKeyed, FrozenSignOff } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { possessive } from '../applications.messages.ts'
import { receiptPath } from '../applications.paths.ts'
import { keyedWords } from '../keying/keying.messages.ts'
import { frozenSignOffWords } from '../sign-off/sign-offs.messages.ts'

/** What a receipt by email tells. */
export type ReceiptFacts = {
  readonly reference: string
  readonly receivedAt: Date
  readonly sha256: string
  readonly fund: string
  readonly round: string
  readonly lead: string
  /** The body that submitted in the place of a lead that was no more. */
  readonly standIn: string | undefined
  /** The address of the service. */
  readonly origin: string
  readonly signOffs: readonly FrozenSignOff[]
  /** How it came, when it was keyed in. */
  readonly keyed: FrozenKeyed | undefined
}

/**
 * A hash in groups of eight, so that two people can compare it.
 *
 * @example hashInGroups('0123456789abcdef') // => '01234567 89abcdef'
 */
export const hashInGroups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')

/** The email that follows a submission: plain text. */
export function receiptMail(facts: ReceiptFacts): { readonly subject: string; readonly body: string } {
  const { reference, receivedAt, sha256, fund, round, lead, standIn, origin, signOffs, keyed } = facts
  return {
    subject: `Application ${reference} received: ${fund}`,
    body: [
      `We have received ${possessive(lead)} application to ${fund}, ${round}.`,
      ...(standIn === undefined ? [] : [`Submitted in its place by: ${standIn}`]),
      `Reference: ${reference}`,
      `Received: ${ukTimeWithZone(receivedAt, { seconds: true })}`,
      ...(keyed === undefined ? [] : [`Keyed in: ${keyedWords(keyed)}`]),
      ...signOffs.map((signOff) => `Signed off: ${frozenSignOffWords(signOff)}`),
      `SHA-256 of the content: ${hashInGroups(sha256)}`,
      `The receipt, and a copy of your answers:\n${origin}${receiptPath(reference)}`,
      'You can withdraw the application, change it and submit it again until the deadline.',
    ].join('\n\n'),
  }
}
