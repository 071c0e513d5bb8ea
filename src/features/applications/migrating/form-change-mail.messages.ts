import { type Form, movedPages } from '../../../core/forms/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { describeChanges } from '../../forms/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { partWords } from '../colleagues/part-words.messages.ts'
import type { WriterPart } from '../colleagues/writers.store.ts'

/** So many changes are named in the email; the task list has them all. */
const mostNamed = 20

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
  readonly before: Form
  readonly after: Form
  /** How many answers have no place any more. */
  readonly setAside: number
  readonly origin: string
  readonly part: WriterPart
  /** Of the pages that they write; null for all of them. */
  readonly titles: readonly string[] | null
}

/** That the form of an application has changed: plain text. */
export function formChangeMail(
  { reference, leadName }: { readonly reference: string; readonly leadName: string },
  { fund, round, note, before, after, setAside, origin, part, titles }: Changed,
): { readonly subject: string; readonly body: string } {
  const changes = describeChanges(before, after).map(({ text }) => text)
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
      ...goneWords(before, after, part.pages),
      `Look at application ${reference}:\n${origin}${applicationPath(reference)}`,
      partWords(part, leadName, titles),
    ].join('\n\n'),
  }
}
