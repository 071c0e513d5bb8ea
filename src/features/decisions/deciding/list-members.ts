import type { DecidedApplication } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { looksLikeEmail } from '../../../core/rounds/field-problem.ts'
import { isIsoDay } from '../../../core/time/day.ts'
import { type CsvProblem, readCsv } from '../../../platform/csv/read-csv.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { insertMembers, type MemberToTell } from './deciding.store.ts'
import { type Decision, decisionOf } from './decision.store.ts'

export type MembersProblem =
  | { readonly code: 'not-decided' | 'nothing-pasted' }
  | { readonly code: 'not-readable'; readonly problem: CsvProblem | undefined }
  | { readonly code: 'row-incomplete' | 'row-email' | 'row-date'; readonly row: number }

/** The awards of a decision, whose members are told. */
export const awardsOf = ({ document }: Decision): readonly DecidedApplication[] =>
  document.applications.filter((each): each is DecidedApplication => each.outcome === 'award' && !('withheld' in each))

const headings = ['gss', 'member', 'constituency', 'email', 'source', 'date'] as const

/** More wrong lines than these are not named: a list of other headings would be all of them. */
const mostNamed = 10

/** Reads the list as it was pasted, or what is wrong with its first wrong lines. Other columns, such as a party, are left out. */
export function readMembers(pasted: string): Result<readonly MemberToTell[], MembersProblem> {
  if (pasted.trim() === '') return refused<MembersProblem>({ code: 'nothing-pasted' })
  const read = readCsv(new TextEncoder().encode(pasted), headings, {
    bytes: 1_000_000,
    rows: 2000,
    rowCharacters: 5000,
  })
  if (!read.ok) return refused<MembersProblem>({ code: 'not-readable', problem: read.problems[0] })
  const members = read.value.map(({ line, cells }) => {
    const [gss, member, constituency, email, source, on] = headings.map((heading) => cells[heading].trim())
    return { line, gss, member, constituency, email, source, on } as MemberToTell & { readonly line: number }
  })
  const problems = members.flatMap(({ line, ...member }) => rowProblems(member, line))
  if (problems.length > 0) return refused(...problems.slice(0, mostNamed))
  return done(members.map(({ line: _, ...member }) => member))
}

function rowProblems(row: MemberToTell, line: number): readonly MembersProblem[] {
  const { gss, member, constituency, email, source, on } = row
  if ([gss, member, constituency, source, on].includes('')) return [{ code: 'row-incomplete', row: line }]
  return [
    ...(email !== '' && !looksLikeEmail(email) ? [{ code: 'row-email' as const, row: line }] : []),
    ...(isIsoDay(on) ? [] : [{ code: 'row-date' as const, row: line }]),
  ]
}

/** How many are listed, and the codes of theirs that belong to no award. */
export type MembersListed = { readonly count: number; readonly unknown: readonly string[] }

/** Keeps the list of Members of Parliament, once the decision is recorded. */
export async function listMembers(
  services: Services,
  {
    actor,
    path,
    pasted,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly pasted: string; readonly at: Date },
): Promise<Result<MembersListed, MembersProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    const decision = await decisionOf(tx, round.id)
    if (decision === undefined) return refused<MembersProblem>({ code: 'not-decided' })
    const read = readMembers(pasted)
    if (!read.ok) return read
    await insertMembers(tx, { roundId: round.id, rows: read.value, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, 'decision.members-listed', { rows: read.value.length })
    const awarded = new Set(awardsOf(decision).map(({ leadId }) => leadId))
    const unknown = read.value.flatMap(({ gss }) => (awarded.has(gss) ? [] : [gss]))
    return done({ count: read.value.length, unknown: [...new Set(unknown)] })
  })
}
