import type { Border } from '../../../core/authorities/borders.ts'
import { readTypedDay, typedDay } from '../../../core/time/typed-day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import { textFile } from '../../../platform/http/sent-text.ts'
import type { Services } from '../../../platform/services.ts'
import { signedIn } from '../account.routes.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { organisationsById } from '../organisations.store.ts'
import { postedText } from '../posted-text.routes.ts'
import { borderNoteText, bordersProblemText, sourceText } from './borders.messages.ts'
import { bordersPath } from './borders.paths.ts'
import { borderSources } from './borders.store.ts'
import { type BordersImported, type BordersReport, importBorders, previewBorders } from './import-borders.ts'
import { type BordersTyped, bordersPage, bordersPreviewPage } from './pages/borders.ts'

/** Problems and lines that are shown at most: of a file with a thousand wrong lines the first tell what is wrong. */
const mostShown = 50

/** Which bodies lie beside one another, for administrators. */
export const bordersRoutes = (services: Services, imported: BordersImported): Route[] => [
  get(bordersPath, 'service:administer', async (ask) =>
    showBorders(services, ask, { source: '', asOf: typedDay(null), file: '' }, []),
  ),
  post(bordersPath, 'service:administer', 'borders.imported', async (ask) => postFile(services, ask, imported), {
    files: textFile,
  }),
]

async function showBorders(
  { db }: Services,
  ask: Ask,
  typed: BordersTyped,
  problems: readonly ErrorText[],
): Promise<Answer> {
  const sources = await borderSources(db, { illustrative: false })
  const known = sources.map(
    (each) => `${each.count} ${each.count === 1 ? 'border' : 'borders'} from: ${sourceText(each)}.`,
  )
  const page = bordersPage({ csrf: ask.csrf, known, typed, problems: firstOf(problems) })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

function firstOf(problems: readonly ErrorText[]): readonly ErrorText[] {
  const more = problems.length - mostShown
  return more > 0 ? [...problems.slice(0, mostShown), { text: `And ${more} more`, href: '#file' }] : problems
}

async function postFile(services: Services, ask: Ask, imported: BordersImported): Promise<Answer> {
  const { form } = ask
  const { text: file, problem } = await postedText(ask)
  const asOf = { day: form.line('asOf-day'), month: form.line('asOf-month'), year: form.line('asOf-year') }
  const typed = { source: form.line('source'), asOf, file }
  if (problem !== undefined) return await showBorders(services, ask, typed, [problem])
  const given = { source: typed.source, asOfOn: readTypedDay(asOf) ?? '', text: file }
  const digest = form.line('digest')
  const context = { actorId: signedIn(ask).personId, at: ask.receivedAt }
  const report =
    digest === ''
      ? await previewBorders(services, given)
      : await importBorders(services, given, imported, { context, previewed: digest })
  if (report.comparison === undefined)
    return await showBorders(services, ask, typed, report.problems.map(bordersProblemText))
  if (digest !== '' && report.digest === digest) return seeOther(bordersPath, { flash: 'The borders are up to date.' })
  return await showPreview(services, ask, typed, { ...report, comparison: report.comparison })
}

async function showPreview(
  { db }: Services,
  ask: Ask,
  typed: BordersTyped,
  { comparison, notes, digest }: BordersReport & { readonly comparison: NonNullable<BordersReport['comparison']> },
): Promise<Answer> {
  const { added, removed, kept } = comparison
  const bodies = await organisationsById(db, [
    ...new Set([...added, ...removed].flatMap(({ one, other }) => [one, other])),
  ])
  const nameOf = (id: string): string => bodies.get(id)?.shortName ?? id
  const words = ({ one, other }: Border): string => `${nameOf(one)} and ${nameOf(other)}`
  const asOfOn = readTypedDay(typed.asOf) ?? ''
  return show(
    bordersPreviewPage({
      csrf: ask.csrf,
      typed,
      from: sourceText({ source: typed.source, asOfOn }),
      digest,
      added: added.map(words),
      removed: removed.map(words),
      kept,
      notes: notes.map(borderNoteText),
    }),
  )
}
