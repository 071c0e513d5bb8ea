import type { Role } from '../../src/core/permissions/index.ts'

/** One of the two funds of the world: the one at hand, or another. */
export type Side = 'ours' | 'theirs'

type Part = {
  readonly id: string
  readonly membership?: readonly [organisationId: string, state: 'requested' | 'confirmed']
  /** The fund of a role is left out for the administrator, whose role is of the service. */
  readonly role?: {
    readonly name: Role
    readonly fund?: Side
    readonly organisation?: string
    readonly ended?: boolean
  }
  /** Holds a role and has not passed the second step. */
  readonly unproven?: boolean
}

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const works = (organisationId: string) => ({ membership: [organisationId, 'confirmed'] as const })
const holds = (name: Role, fund: Side) => ({ role: { name, fund } })

/** Everybody who tries every door: one of each kind that the permissions and the rules about objects tell apart. */
export const cast = {
  stranger: { id: id(1) },
  waitingMember: { id: id(2), membership: ['X-EXBRIDGE', 'requested'] },
  outsider: { id: id(3), ...works('X-COGMOUTH') },
  member: { id: id(4), ...works('X-EXBRIDGE') },
  partnerAsked: { id: id(5), ...works('X-TARNSHIRE') },
  partnerAccepted: { id: id(6), ...works('X-MARLBURY') },
  partnerDeclined: { id: id(7), ...works('X-LINDENFORD') },
  team: { id: id(8), ...holds('programme-team', 'ours') },
  teamElsewhere: { id: id(9), ...holds('programme-team', 'theirs') },
  formerTeam: { id: id(10), role: { name: 'programme-team', fund: 'ours', ended: true } },
  teamUnproven: { id: id(11), ...holds('programme-team', 'ours'), unproven: true },
  funder: { id: id(12), role: { name: 'funder', fund: 'ours', organisation: 'cabinet-office' } },
  funderElsewhere: { id: id(13), role: { name: 'funder', fund: 'theirs', organisation: 'x-department' } },
  decisionMaker: { id: id(14), ...holds('decision-maker', 'ours') },
  auditor: { id: id(15), ...holds('auditor', 'ours') },
  auditorElsewhere: { id: id(16), ...holds('auditor', 'theirs') },
  assessor: { id: id(17), ...holds('assessor', 'ours') },
  panelMember: { id: id(18), ...holds('panel-member', 'ours') },
  administrator: { id: id(19), role: { name: 'administrator' } },
  administratorUnproven: { id: id(20), role: { name: 'administrator' }, unproven: true },
} as const satisfies Record<string, Part>

export type Person = keyof typeof cast
/** A person of the cast, or somebody who has not signed in. */
export type Name = Person | 'visitor'

/** The cast as rows: what each is, spelt out. */
export const parts: readonly (Part & { readonly name: Person })[] = Object.entries(cast).map(([name, part]) => ({
  name: name as Person,
  ...part,
}))

export const people: readonly Person[] = parts.map(({ name }) => name)
export const everyone: readonly Name[] = ['visitor', ...people]
