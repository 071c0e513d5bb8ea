import { invitedPath, profilePath, roundsAskedToAssess } from '../assessment/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

/** The rounds that somebody is asked to assess, until they have answered and confirmed their interests: one statement. */
export const invitationsWaiting: FindWaiting = async (db, actor) => {
  const rounds = await roundsAskedToAssess(db, actor.personId)
  return rounds.map(({ fund, fundName, round, roundName, state }) =>
    state === 'invited'
      ? {
          href: invitedPath(fund, round),
          title: `Invitation to assess ${fundName}: ${roundName}`,
          detail: 'Say whether you will assess its applications',
          state: asked('Waits for your answer'),
          asks: true,
        }
      : {
          href: profilePath(fund, round),
          title: `Your profile as an assessor of ${fundName}: ${roundName}`,
          detail: 'Enter your interests and what you know, and confirm that this is everything',
          state: asked('To confirm'),
          asks: true,
        },
  )
}
