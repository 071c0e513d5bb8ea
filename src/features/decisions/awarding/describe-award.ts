import { signerRoles } from '../../../core/awards/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { signerNames } from './awarding.messages.ts'
import type { KeptAgreement, KeptAward } from './awards.store.ts'
import type { Signer } from './signers.store.ts'

/** How an award came about and where it is, a sentence each. */
export function linesOf({ offeredAt, acceptedAt, endedAt, state, reason, reservePlace }: KeptAward): readonly string[] {
  const from = reservePlace === null ? '' : ` from place ${reservePlace} of the reserve list`
  return [
    `Offered${from} at ${ukTime(offeredAt)}.`,
    ...(acceptedAt === null ? [] : [`Accepted at ${ukTime(acceptedAt)}.`]),
    ...(endedAt === null
      ? []
      : [`${state === 'declined' ? 'Declined' : 'Withdrawn'} at ${ukTime(endedAt)}: ${reason}`]),
  ]
}

/** The agreement that counts: the newest, or the one in force where the council declined the newest. */
export const agreementNow = (
  { version }: Pick<KeptAward, 'version'>,
  latest: KeptAgreement,
  agreements: readonly KeptAgreement[],
): KeptAgreement =>
  latest.declined === null ? latest : (agreements.find(({ number }) => number === version) ?? latest)

/** What becomes of an agreement in force that there is a newer version of, in a sentence; none otherwise. */
export const changeLines = (
  { version, state }: Pick<KeptAward, 'version' | 'state'>,
  { number, declined }: KeptAgreement,
): readonly string[] => {
  if (state !== 'accepted' || version === null || number === version) return []
  return declined === null
    ? [`Version ${number} changes what was agreed. Version ${version} stays in force until both have signed it.`]
    : [`The council declined version ${number}. Version ${version} is in force, and is shown here.`]
}

/** Who has signed a version, and who is asked. */
export const signerLines = (signers: readonly Signer[], latest: KeptAgreement) =>
  signerRoles.map((role) => {
    const signed = latest.signatures.find((signature) => signature.role === role)
    const signer = signers.find((each) => each.role === role)
    const who = signed ?? signer
    return {
      role: signerNames[role],
      who: who === undefined ? '' : `${who.name}, ${who.jobTitle}`,
      standing: signed
        ? `Signed at ${ukTime(signed.signedAt)}`
        : signer
          ? `Asked (${signer.email})`
          : 'Nobody is named yet',
    }
  })

/** Every version with where it stands. */
export const versionLines = (
  agreements: readonly KeptAgreement[],
  inForce: number | null,
  pdfHref: (number: number) => string,
) =>
  agreements.map(({ number, madeAt, reason, signatures, declined }, index) => ({
    number,
    madeAt: ukTime(madeAt),
    reason,
    standing:
      number === inForce
        ? 'In force'
        : declined !== null
          ? `Declined by the council at ${ukTime(declined.at)}: ${declined.reason}`
          : index > 0
            ? 'Replaced'
            : `${signatures.length} of ${signerRoles.length} ${signatures.length === 1 ? 'has' : 'have'} signed`,
    pdfHref: pdfHref(number),
  }))
