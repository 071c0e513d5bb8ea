import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { benefitsPath } from '../benefits.paths.ts'
import { holdBenefits } from '../open-benefits.ts'
import { readBenefits } from '../read-benefits.ts'
import { recordBenefits } from '../record-benefits.ts'
import { readChosen } from './confirm-actuals.ts'
import { insertSentBack, writersOf } from './confirmations.store.ts'
import { type SendBackProblem, sentBackMail } from './confirming.messages.ts'

/** The most that is said of what is wrong, as the database has it. */
const mostCharacters = 2000

type Asked = {
  readonly reference: string
  readonly chosen: readonly string[]
  readonly reason: string
  readonly at: Date
}

/**
 * Sends actuals back to whoever wrote them, for the finance of the council, each as it was shown and all for one reason. They
 * count as soon as they are changed and confirmed.
 *
 * @returns how many
 * @throws {NotFound} if this person is not named for finance
 */
export async function sendBackActuals(
  services: Services,
  actor: Actor,
  { reference, chosen, reason: typed, at }: Asked,
): Promise<Result<number, SendBackProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'confirm', at })
    const { award, actor: person } = opened
    const [asked, reason] = [readChosen(chosen), typed.trim()]
    const problems: (SendBackProblem | false)[] = [
      asked.length === 0 && { code: 'none-chosen' },
      reason === '' && { code: 'reason-missing' },
      reason.length > mostCharacters && { code: 'reason-too-long' },
    ]
    const found = problems.filter((each) => each !== false)
    if (found.length > 0) return refused(...found)
    const { actuals } = await readBenefits(tx, award)
    const waits = asked.every(({ entry, version }) =>
      actuals.some((actual) => actual.id === entry && actual.version === version && !actual.confirmed),
    )
    if (!waits) return refused({ code: 'changed' })
    await insertSentBack(tx, award.id, asked, { reason, at, by: person.personId })
    await recordBenefits(tx, opened, { action: 'benefits.actuals-sent-back', at, facts: { actuals: asked } })
    const link = `${originForMail(services.config)}${benefitsPath(reference)}`
    const about = { title: award.title, count: asked.length, reason, link }
    for (const { id, email } of await writersOf(tx, award.id, asked))
      await queueAbout(tx, services, award, {
        kind: 'benefits.actuals-sent-back',
        recipient: email,
        personId: id,
        words: (say) => say(sentBackMail)(about),
      })
    return done(asked.length)
  })
}
