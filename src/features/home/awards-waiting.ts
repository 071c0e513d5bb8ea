import { organisationsOf } from '../../core/permissions/index.ts'
import { type AwardToAnswer, awardPath, awardsToAnswer } from '../decisions/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The awards of somebody's organisations, and those they are named to sign: one statement. */
export const awardsWaiting: FindWaiting = async (db, actor) => {
  const awards = await awardsToAnswer(db, { organisationIds: organisationsOf(actor), email: actor.email })
  return awards.map(awardWaiting)
}

const awardWaiting = ({ reference, fundName, roundName, state, toSign }: AwardToAnswer): Waiting => ({
  href: awardPath(reference),
  title: `Award to ${reference} by ${fundName}: ${roundName}`,
  detail:
    state === 'offered' ? 'Its senior officer and section 151 officer sign the agreement' : 'The agreement is signed',
  state: toSign ? asked('Waits for your signature') : states[state],
  asks: toSign || state === 'offered',
  about: reference,
})

const states = {
  offered: asked('Offered'),
  accepted: { text: 'Accepted', classes: 'govuk-tag--green' },
} as const satisfies Record<AwardToAnswer['state'], Waiting['state']>
