import type { AuthorityKind } from '../authorities/authority.ts'

export const invitationResponses = ['none', 'interested', 'not-this-time'] as const
export type InvitationResponse = (typeof invitationResponses)[number]

/** How long a body is left alone after it was written to. */
export const hoursBetweenReminders = 24

/** A body that was asked to apply, and what it said. */
export type Invitation = {
  readonly organisationId: string
  readonly gssCode: string | null
  readonly name: string
  readonly kind: AuthorityKind
  readonly region: string | null
  /** '' while nobody knows it. */
  readonly email: string
  readonly invitedAt: Date
  /** When the message was written; null while there is no address to send it to. */
  readonly sentAt: Date | null
  readonly remindedAt: Date | null
  readonly response: InvitationResponse
  readonly respondedAt: Date | null
}

/** Answers counted; `invited` is the sum of the other three. */
export type InvitationCount = {
  readonly invited: number
  readonly interested: number
  readonly notThisTime: number
  readonly noAnswer: number
}

/** The counts of all, of each region and of each kind; groups in the order of their names. */
export type InvitationCounts = {
  readonly all: InvitationCount
  readonly byRegion: readonly (InvitationCount & { readonly region: string | null })[]
  readonly byKind: readonly (InvitationCount & { readonly kind: AuthorityKind })[]
}

type Counted = Pick<Invitation, 'region' | 'kind' | 'response'>

function countOf(invitations: readonly Counted[]): InvitationCount {
  const number = (response: InvitationResponse): number =>
    invitations.filter((invitation) => invitation.response === response).length
  return {
    invited: invitations.length,
    interested: number('interested'),
    notThisTime: number('not-this-time'),
    noAnswer: number('none'),
  }
}

function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one.localeCompare(other, 'en-GB')
}

/** Who has answered what, by region and by kind of body. A body in no one region comes last. */
export function countInvitations(invitations: readonly Counted[]): InvitationCounts {
  const regions = Map.groupBy(invitations, ({ region }) => region)
  const kinds = Map.groupBy(invitations, ({ kind }) => kind)
  return {
    all: countOf(invitations),
    byRegion: [...regions]
      .map(([region, those]) => ({ region, ...countOf(those) }))
      .sort((one, other) => byName(one.region, other.region)),
    byKind: [...kinds]
      .map(([kind, those]) => ({ kind, ...countOf(those) }))
      .sort((one, other) => one.kind.localeCompare(other.kind, 'en-GB')),
  }
}
