import { type Form, movedPages } from '../../../core/forms/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type DraftsToMove, describeChanges } from '../../forms/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { describePart } from '../colleagues/describe-part.ts'
import { queueAbout } from '../queue-about.ts'
import { type ToMove, writersToTell } from './form-changes.store.ts'

/** So many changes are named in the email; the task list has them all. */
const mostNamed = 20

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
    const { illustrative, before, setAside, leadName } = application
    const message = changeMessage(application, {
      fund: round.fund.name,
      round: round.name,
      note: to.changeNote,
      changes: describeChanges(before, to.definition).map(({ text }) => text),
      setAside,
      origin: originForMail(services.config),
      gone: goneWords(before, to.definition, part.pages),
      part: await describePart(tx, { ...part, leadName, formVersionId: to.id }),
    })
    const about = { illustrative, fundId: round.fundId }
    await queueAbout(tx, services, about, { kind: 'form-changed', recipient: email, personId, ...message })
  }
}

/** What became of the pages that somebody was given and that the form does not have any more; nothing where all were theirs. */
function goneWords(before: Form, after: Form, pages: readonly string[] | null): readonly string[] {
  const titles = new Map(after.pages.map(({ id, title }) => [id, `“${title}”`]))
  return movedPages(before, after)
    .filter(({ id }) => pages?.includes(id))
    .map(({ title, to }) =>
      to.length === 0
        ? `The page “${title}”, which you were given, is not in the form any more.`
        : `What is still asked of the page “${title}”, which you were given, is on ${plainList(to.map((id) => titles.get(id) ?? id))} now.`,
    )
}

type Changed = {
  readonly fund: string
  readonly round: string
  readonly note: string
  readonly changes: readonly string[]
  readonly setAside: number
  readonly origin: string
  /** Of pages that were theirs to write. */
  readonly gone: readonly string[]
  readonly part: string
}

/** The email that says so: plain text. */
function changeMessage(
  { reference, leadName }: Pick<Moved, 'reference' | 'leadName'>,
  { fund, round, note, changes, setAside, origin, gone, part }: Changed,
): { readonly subject: string; readonly body: string } {
  const more = changes.length > mostNamed ? [`- and ${changes.length - mostNamed} more`] : []
  return {
    subject: `The form has changed for application ${reference}: ${fund}`,
    body: [
      `The form of ${fund}, ${round}, has changed. The application of ${leadName} is not submitted, so it answers the new form from now on. What you wrote is kept.`,
      ...(note === '' ? [] : [note]),
      ...(changes.length === 0
        ? []
        : [`What changed:\n${[...changes.slice(0, mostNamed).map((text) => `- ${text}`), ...more].join('\n')}`]),
      ...(setAside === 0
        ? []
        : [
            `${setAside === 1 ? '1 answer has' : `${setAside} answers have`} no place in the new form. You can still read ${setAside === 1 ? 'it' : 'them'} in your list of tasks.`,
          ]),
      ...gone,
      `Look at application ${reference}:\n${origin}${applicationPath(reference)}`,
      part,
    ].join('\n\n'),
  }
}
