import { notFound } from '../../../core/errors.ts'
import { type InstalmentTyped, mostInstalments } from '../../../core/support/index.ts'
import { typedDay } from '../../../core/time/typed-day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { readDayTyped } from '../orders/typed-terms.ts'
import { openPackage } from '../packages/open-package.ts'
import { packageAddresses, packageAsked, packageHome } from '../packages/package-address.routes.ts'
import { penceWords } from '../support.messages.ts'
import { packageCrumbs } from '../support-crumbs.ts'
import { lineField, scheduleProblemText } from './grant-problems.messages.ts'
import { grantPartPath } from './grants.paths.ts'
import { setInstalmentsPage } from './pages/set-instalments.ts'
import { type Schedule, schedulesOf } from './schedules.store.ts'
import { setInstalments } from './set-instalments.ts'

const address = `${packageAddresses.managed}/instalments`

/** Where the programme team says in which instalments a grant is paid. */
export const instalmentsRoutes = (services: Services): Route[] => [
  get(address, 'support:run', async (ask) => await showInstalments(services, ask, [])),
  post(address, 'support:run', 'grant.scheduled', async (ask) => {
    const asked = {
      ...packageAsked(ask),
      typed: typedLines(ask),
      reason: ask.form.text('reason'),
      shown: Number(ask.form.line('shown')),
    }
    const result = await setInstalments(services, ask.actor, asked)
    if (result.ok)
      return seeOther(packageHome(asked), { flash: 'The instalments are saved. We have told the council.' })
    return await showInstalments(services, ask, result.problems.map(scheduleProblemText))
  }),
]

const typedLines = ({ form }: Ask): readonly InstalmentTyped[] =>
  Array.from({ length: mostInstalments }, (_, index) => {
    const of = (field: string) => lineField(index + 1, field)
    return {
      title: form.line(of('title')),
      upon: form.line(of('upon')),
      due: readDayTyped(form, of('due')),
      pounds: form.line(of('pounds')),
      condition: form.text(of('condition')),
    }
  })

/** How many blank lines there are for further instalments. */
const blankLines = 2

const blank: InstalmentTyped = { title: '', upon: 'milestone', due: typedDay(null), pounds: '', condition: '' }

/** What is in force, each instalment on the line of its number, with blank lines after. */
function keptLines(last: Schedule | undefined): readonly InstalmentTyped[] {
  const instalments = last?.instalments ?? []
  const lines = Math.min(mostInstalments, Math.max(1, ...instalments.map(({ number }) => number)) + blankLines)
  return Array.from({ length: lines }, (_, index) => {
    const kept = instalments.find(({ number }) => number === index + 1)
    if (kept === undefined) return blank
    const { title, upon, dueOn, pence, condition } = kept
    return { title, upon, due: typedDay(dueOn), pounds: String(pence / 100), condition }
  })
}

async function showInstalments({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const asked = { ...packageAsked(ask), does: true }
  const { award, place } = await openPackage(db, ask.actor, asked)
  if (award.type !== 'grant') throw notFound('grant')
  const [last] = await schedulesOf(db, award.id)
  const kept = keptLines(last)
  const sent = errors.length > 0
  return show(
    setInstalmentsPage({
      illustrative: award.illustrative,
      breadcrumbs: [...packageCrumbs(place, award), { text: `Grant to ${award.council}`, href: packageHome(asked) }],
      council: award.council,
      award: `The award is ${penceWords(award.pounds * 100)}. The instalments come to that or less.`,
      lines: sent ? typedLines(ask).slice(0, kept.length) : kept,
      shown: last?.number ?? 0,
      reason: ask.form.text('reason'),
      errors,
      action: grantPartPath(place, award.reference, 'instalments'),
      csrf: ask.csrf,
    }),
    sent ? { status: 400 } : {},
  )
}
