import { dueOn } from '../requests/index.ts'
import { done, type Result, refused } from '../result.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'

/** What somebody asks for: a copy of what is kept about them, or to be forgotten. @see UK GDPR, articles 15 and 17 */
export const subjectRequestKinds = ['access', 'erasure'] as const
export type SubjectRequestKind = (typeof subjectRequestKinds)[number]

export type SubjectRequestTyped = {
  readonly kind: string
  readonly email: string
  readonly received: TypedDay
  /** How it was made sure that it is they who ask. */
  readonly identity: string
}

export type NewSubjectRequest = {
  readonly kind: SubjectRequestKind
  readonly email: string
  readonly receivedOn: IsoDay
  /** A month after it came, or the next working day. @see UK GDPR, article 12(3) */
  readonly dueOn: IsoDay
  readonly identity: string
}

export type SubjectRequestProblem = {
  readonly code:
    | 'kind-missing'
    | 'email-missing'
    | 'nobody-by-email'
    | 'day-missing'
    | 'day-unreal'
    | 'received-to-come'
    | 'identity-missing'
    | 'too-long'
}

const longestIdentity = 1000

/** A request as typed, with the day by which it has to be answered, or everything that is wrong with it. */
export function readSubjectRequest(
  typed: SubjectRequestTyped,
  today: IsoDay,
): Result<NewSubjectRequest, SubjectRequestProblem> {
  const kind = subjectRequestKinds.find((each) => each === typed.kind)
  const [email, identity] = [typed.email.trim().toLowerCase(), typed.identity.trim()]
  const receivedOn = readTypedDay(typed.received)
  const codes: readonly (SubjectRequestProblem['code'] | undefined)[] = [
    kind === undefined ? 'kind-missing' : undefined,
    email === '' ? 'email-missing' : undefined,
    isUntyped(typed.received) ? 'day-missing' : receivedOn === undefined ? 'day-unreal' : undefined,
    receivedOn !== undefined && receivedOn > today ? 'received-to-come' : undefined,
    identity === '' ? 'identity-missing' : undefined,
    identity.length > longestIdentity ? 'too-long' : undefined,
  ]
  const problems = codes.flatMap((code) => (code === undefined ? [] : [{ code }]))
  if (kind === undefined || receivedOn === undefined || problems.length > 0) return refused(...problems)
  const due = dueOn('subject-access', receivedOn, null)
  if (due === null) throw new Error('a request about personal data is due a month after it came')
  return done({ kind, email, receivedOn, dueOn: due, identity })
}
