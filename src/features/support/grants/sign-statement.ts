import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { agreedStatement } from '../../../core/sign-offs/index.ts'
import { readStatement, type StatementProblem, type StatementTyped } from '../../../core/support/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { isFinanceOfficer } from './finance-officer.ts'
import { type shownStatement, statementWords } from './grants.messages.ts'
import { statementMail } from './grants-mail.messages.ts'
import { type GrantDoing, holdGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'
import { insertStatement } from './settling.store.ts'

export type SignProblem =
  | StatementProblem
  | { readonly code: 'not-the-officer' | 'changed-meanwhile' }
  | { readonly code: 'beyond-paid'; readonly leftPence: number }
  | { readonly code: 'less-than-stated'; readonly statedPence: number; readonly untilOn: IsoDay }

type Asked = GrantDoing & {
  readonly typed: StatementTyped
  readonly statement: string
  readonly shownStatement: typeof shownStatement
}

/**
 * Signs what was spent of a grant, as the officer of section 151 whom the council named to sign its agreement.
 *
 * @throws {NotFound} if this person does not act for the council
 */
export async function signStatement(
  services: Services,
  actor: Actor,
  { typed, statement, shownStatement: shown, ...asked }: Asked,
): Promise<Result<null, SignProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'council')
    const { award, grant } = opened
    if (!(await isFinanceOfficer(tx, opened.actor, award, asked.at))) return refused({ code: 'not-the-officer' })
    const agreed = agreedStatement(statement, shown(award), statementWords(award))
    if (agreed === undefined) return refused({ code: 'changed-meanwhile' })
    const read = readStatement(typed, isoDay(asked.at))
    if (!read.ok) return read
    const leftPence = grant.money.paidPence - grant.money.returnedPence
    if (read.value.spentPence > leftPence) return refused({ code: 'beyond-paid', leftPence })
    const [last] = grant.statements
    const isLess = last !== undefined && read.value.spentPence < last.spentPence
    if (isLess && read.value.lessBecause === '')
      return refused({ code: 'less-than-stated', statedPence: last.spentPence, untilOn: last.untilOn })
    const lessBecause = isLess ? read.value.lessBecause : ''
    const number = grant.statements.length + 1
    const { personId: by } = opened.actor
    await insertStatement(tx, award.id, { ...read.value, lessBecause, ...agreed, number, at: asked.at, by })
    const { spentPence, untilOn } = read.value
    await recordGrant(tx, opened, { action: 'grant.use-stated', at: asked.at, facts: { number, spentPence, untilOn } })
    await tellAward(tx, services, award, 'team', (say) => say(statementMail)(award, { spentPence, lessBecause }))
    return done(null)
  })
}
