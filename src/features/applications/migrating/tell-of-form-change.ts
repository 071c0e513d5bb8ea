import type { Form } from '../../../core/forms/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { DraftsToMove } from '../../forms/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { titlesOfPart } from '../colleagues/titles-of-part.ts'
import { queueAbout } from '../queue-about.ts'
import { formChangeMail } from './form-change-mail.messages.ts'
import { type ToMove, writersToTell } from './form-changes.store.ts'

/** An application whose form has changed. */
type Moved = Pick<ToMove, 'id' | 'reference' | 'leadName' | 'illustrative'> & {
  readonly before: Form
  /** How many answers have no place any more. */
  readonly setAside: number
}

/** Tells everyone who can write one of these applications that its form has changed, and what they may write now. */
export async function tellOfFormChange(
  tx: Tx,
  services: Services,
  { round, to, at }: DraftsToMove,
  moved: readonly Moved[],
): Promise<void> {
  const byId = new Map(moved.map((one) => [one.id, one]))
  for (const { applicationId, personId, email, ...part } of await writersToTell(tx, [...byId.keys()], isoDay(at))) {
    const application = byId.get(applicationId)
    if (application === undefined) continue
    const { illustrative, before, setAside } = application
    const changed = {
      fund: round.fund.name,
      round: round.name,
      note: to.changeNote,
      before,
      after: to.definition,
      setAside,
      origin: originForMail(services.config),
      part,
      titles: await titlesOfPart(tx, { ...part, formVersionId: to.id }),
    }
    await queueAbout(
      tx,
      services,
      { illustrative, fundId: round.fundId },
      {
        kind: 'form-changed',
        recipient: email,
        personId,
        words: (say) => say(formChangeMail)(application, changed),
      },
    )
  }
}
