/**
 * Who must agree to an application before it is sent. `sponsor` and `section-151` are people of the lead whom it names;
 * for each partner one of its own people signs.
 */
export const signOffKinds = ['sponsor', 'section-151', 'partner'] as const
export type SignOffKind = (typeof signOffKinds)[number]

/** One sign-off that an application needs: of what kind, and for which organisation. */
export type SignOffSlot = { readonly kind: SignOffKind; readonly organisationId: string }

/** The sign-offs that an application needs, those of the lead first, then the partners in their order. */
export const slotsOf = (
  asked: readonly SignOffKind[],
  leadId: string,
  partnerIds: readonly string[],
): readonly SignOffSlot[] =>
  signOffKinds
    .filter((kind) => asked.includes(kind))
    .flatMap((kind) => (kind === 'partner' ? partnerIds : [leadId]).map((organisationId) => ({ kind, organisationId })))

/**
 * A slot as a part of an address.
 *
 * @example slotName({ kind: 'partner', organisationId: 'X-TARNSHIRE' }) // => 'partner-X-TARNSHIRE'
 */
export const slotName = ({ kind, organisationId }: SignOffSlot): string =>
  kind === 'partner' ? `partner-${organisationId}` : kind

/** What came of a sign-off, as it is kept. A signature counts until the sign-off is declined or asked of somebody else. */
export type KeptState = 'asked' | 'signed' | 'declined'

/** How a sign-off stands. `needs-signing-again`: money, scope or partners are not what was signed. */
export type Standing = 'not-asked' | 'asked' | 'declined' | 'signed' | 'needs-signing-again'

/**
 * How a sign-off stands now. Nothing is kept of a reopening: a signature holds for just the content that it is bound to,
 * so that it holds again when a change is taken back.
 *
 * @param kept undefined when nobody was asked; a partner is asked by having accepted
 * @param signedSha256 of the material content that was signed
 */
export function standingOf(
  kind: SignOffKind,
  kept: KeptState | undefined,
  signedSha256: string | undefined,
  nowSha256: string,
): Standing {
  if (kept === undefined) return kind === 'partner' ? 'asked' : 'not-asked'
  if (kept !== 'signed') return kept
  return signedSha256 === nowSha256 ? 'signed' : 'needs-signing-again'
}

/** Somebody who signed, or is asked to: by their id once they have signed, by their address before. */
export type SlotPerson = SignOffSlot & { readonly signedBy: string | undefined; readonly email: string }

/**
 * The other sign-off that this person has a hand in. A signature is worth something because another person looks: nobody
 * signs twice on one application.
 *
 * @param email in lower case
 */
export const otherPartOf = (
  slot: SignOffSlot,
  { personId, email }: { readonly personId: string | undefined; readonly email: string },
  all: readonly SlotPerson[],
): SlotPerson | undefined =>
  all.find(
    (other) =>
      slotName(other) !== slotName(slot) &&
      ((personId !== undefined && other.signedBy === personId) || (email !== '' && other.email === email)),
  )
