import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type CsvProblem, readCsv } from '../../../platform/csv/read-csv.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { insertMembers, type MemberToTell } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

export type MembersProblem =
  | { readonly code: 'not-decided' | 'nothing-pasted' }
  | { readonly code: 'not-readable'; readonly problem: CsvProblem | undefined }
  | { readonly code: 'row-incomplete'; readonly row: number }

const headings = ['gss', 'member', 'constituency', 'email', 'source', 'date'] as const

/** Reads the list as it was pasted. Other columns, such as a member's party, are left out. */
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
  const broken = members.find(({ gss, member, constituency, source, on }) =>
    [gss, member, constituency, source, on].includes(''),
  )
  if (broken !== undefined) return refused<MembersProblem>({ code: 'row-incomplete', row: broken.line })
  return done(members.map(({ line: _, ...member }) => member))
}

/** Keeps the list of Members of Parliament, once the decision is recorded. @returns how many there are */
export async function listMembers(
  services: Services,
  {
    actor,
    path,
    pasted,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly pasted: string; readonly at: Date },
): Promise<Result<number, MembersProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) === undefined) return refused<MembersProblem>({ code: 'not-decided' })
    const read = readMembers(pasted)
    if (!read.ok) return read
    await insertMembers(tx, { roundId: round.id, rows: read.value, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, 'decision.members-listed', { rows: read.value.length })
    return done(read.value.length)
  })
}
