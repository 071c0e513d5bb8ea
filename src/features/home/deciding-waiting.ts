import { fundsWith } from '../../core/permissions/index.ts'
import { decisionPath, type PanelWork, panelPath, panelWork, roundsToDecide } from '../decisions/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** What somebody decides, and the panels on which they sit: two statements. */
export const decidingWaiting: FindWaiting = async (db, actor) => {
  const rounds = await roundsToDecide(db, fundsWith(actor, 'decision:decide'))
  const panels = await panelWork(db, actor.personId)
  const decisions = rounds.map(({ fund, fundName, round, roundName }) => ({
    href: decisionPath(fund, round),
    title: `Decide on awards of ${fundName}: ${roundName}`,
    detail: 'The panel has recommended',
    state: asked('Waits for your decision'),
    asks: true,
  }))
  return [...decisions, ...panels.map(panelWaiting)]
}

const panelWaiting = (panel: PanelWork): Waiting => ({
  href: panelPath(panel.fund, panel.round),
  title: `Interviews of ${panel.fundName}: ${panel.roundName}`,
  detail: 'You are on the panel',
  state: panelState(panel),
  asks:
    panel.closedAt === null &&
    (panel.openedAt !== null || panel.saidAt === null || panel.interestsConfirmedAt === null),
})

function panelState({ saidAt, interestsConfirmedAt, openedAt, closedAt }: PanelWork): Waiting['state'] {
  if (closedAt !== null) return { text: 'Closed', classes: 'govuk-tag--grey' }
  if (openedAt !== null) return { text: 'To score', classes: 'govuk-tag--light-blue' }
  if (saidAt === null) return asked('Say when you can come')
  if (interestsConfirmedAt === null) return asked('Enter your interests')
  return { text: 'Not open yet', classes: 'govuk-tag--grey' }
}
