import { type OwnPanel, panelPath, panelsOf, waitsWords } from '../experts/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The expert panels that this person asks, advises on or runs, with what waits there: one statement. */
export const panelsWaiting: FindWaiting = async (db, actor) => (await panelsOf(db, actor)).map(panelWaiting)

const panelWaiting = ({ slug, name, waits }: OwnPanel): Waiting => ({
  href: panelPath(slug),
  title: `Expert panel of ${name}`,
  detail: waits === 0 ? 'Ask, or read what was answered' : waitsWords({ waits }),
  state: waits === 0 ? { text: 'Nothing waits', classes: 'govuk-tag--grey' } : asked('Waits for you'),
  asks: waits > 0,
})
