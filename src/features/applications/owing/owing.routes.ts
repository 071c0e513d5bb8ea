import { notFound } from '../../../core/errors.ts'
import { dayInWords, type IsoDay, isIsoDay, isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import {
  applicationPath,
  colleaguesPath,
  commentsPath,
  givePath,
  owesPath,
  questionPath,
} from '../applications.paths.ts'
import { writersOf } from '../colleagues/writers.store.ts'
import { openApplication } from '../open-application.ts'
import { statusWords } from '../writing/pages/task-list.ts'
import { givePage } from './give-page.ts'
import { type GivingProblem, givingProblemText } from './owing.messages.ts'
import { assignmentsOf } from './owing.store.ts'
import { givePageTo } from './pages/give.ts'
import { type OwesModel, owesPage } from './pages/owes.ts'
import { type OwedPage, type Owing, readOwing } from './read-owing.ts'

/** Who is to write what. */
export const owingRoutes = (services: Services): Route[] => [
  get('/applications/:reference/who-owes-what', 'application:write', async (ask) => {
    const reference = param(ask, 'reference')
    const owing = await readOwing(services.db, ask.actor, reference, ask.receivedAt)
    const { illustrative } = owing.list.application
    return show(
      owesPage({
        reference,
        illustrative,
        people: peopleOf(owing),
        idle: idleIn(owing),
        back: applicationPath(reference),
      }),
    )
  }),
  get(
    '/applications/:reference/pages/:page/give',
    'application:write',
    async (ask) => await showGive(services, ask, []),
  ),
  post('/applications/:reference/pages/:page/give', 'application:write', 'application.page-given', async (ask) => {
    const reference = param(ask, 'reference')
    const person = ask.form.line('person')
    const result = await givePage(services, ask.actor, {
      reference,
      pageId: param(ask, 'page'),
      personId: person === '' ? undefined : person === 'nobody' ? '' : person,
      dueOn: dueIn(ask),
      receivedAt: ask.receivedAt,
    })
    if (!result.ok) return await showGive(services, ask, result.problems)
    const flash = result.value === '' ? 'The page is given to nobody.' : `The page is given to ${result.value}.`
    return seeOther(owesPath(reference), { flash })
  }),
]

/** The day typed; null for none, undefined for what is no day. */
function dueIn({ form }: Ask): IsoDay | null | undefined {
  const [day, month, year] = ['due-day', 'due-month', 'due-year'].map((name) => form.line(name))
  if (`${day}${month}${year}` === '') return null
  const iso = `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isIsoDay(iso) ? iso : undefined
}

const detailOf = (pages: readonly OwedPage[], organisation: string): string => {
  const left = pages.filter(({ task: { status } }) => status !== 'completed' && status !== 'optional').length
  const completed = pages.length === 1 ? 'Has completed it' : `Has completed all ${pages.length}`
  const owed = left === 0 ? completed : `${left} of ${pages.length} still to complete`
  return organisation === '' ? `${owed}.` : `${organisation}. ${owed}.`
}

const idleIn = ({ people }: Owing): readonly string[] =>
  people
    .filter(({ pages }) => pages.length === 0)
    .map(({ name, organisation }) => (organisation === '' ? name : `${name}, ${organisation}`))

function peopleOf({ list, people, nobody }: Owing): OwesModel['people'] {
  const { reference } = list.application
  const pageOf = ({ task, given, late, comments }: OwedPage) => ({
    title: task.page.title,
    href: questionPath(reference, task.page.id),
    status: statusWords[task.status],
    due: given?.dueOn ? dayInWords(given.dueOn) : '',
    late,
    comments,
    commentsHref: commentsPath(reference, task.page.id),
    giveHref:
      list.access === 'write' && list.application.state !== 'submitted' ? givePath(reference, task.page.id) : undefined,
  })
  const own = people
    .filter(({ pages }) => pages.length > 0)
    .map(({ name, organisation, pages }) => ({
      name,
      detail: detailOf(pages, organisation),
      pages: pages.map(pageOf),
    }))
  if (nobody.length === 0) return own
  const detail = `${nobody.length === 1 ? 'One page is' : `${nobody.length} pages are`} for whoever comes first.`
  return [...own, { name: 'Nobody in particular', detail, pages: nobody.map(pageOf) }]
}

const fieldOf = ({ code }: GivingProblem): string => (code.startsWith('day') ? '#due-day' : '#person')

async function showGive(services: Services, ask: Ask, problems: readonly GivingProblem[]): Promise<Answer> {
  const { db } = services
  const [reference, pageId] = [param(ask, 'reference'), param(ask, 'page')]
  const asked = { reference, questions: [], need: 'write', at: ask.receivedAt } as const
  const { application } = await openApplication(db, ask.actor, asked)
  const version = await formVersionById(db, application.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === pageId)
  if (page === undefined) throw notFound('page')
  const now = (await assignmentsOf(db, application.id)).find((one) => one.pageId === pageId)
  const writers = (await writersOf(db, application.id, isoDay(ask.receivedAt))).filter(
    ({ pages }) => pages === null || pages.includes(pageId),
  )
  const [year = '', month = '', day = ''] = now?.dueOn?.split('-').map((part) => String(Number(part))) ?? []
  const refused = problems.length > 0
  return show(
    givePageTo({
      reference,
      illustrative: application.illustrative,
      page: page.title,
      people: writers.map(({ personId, name, email, organisation }) => ({
        id: personId,
        name,
        detail: [organisation, name === email ? '' : email].filter((text) => text !== '').join(', '),
      })),
      chosen: refused ? ask.form.line('person') : (now?.personId ?? 'nobody'),
      due: refused
        ? { day: ask.form.line('due-day'), month: ask.form.line('due-month'), year: ask.form.line('due-year') }
        : { day, month, year },
      problems: problems.map((problem) => ({ text: givingProblemText(problem), href: fieldOf(problem) })),
      action: givePath(reference, pageId),
      back: owesPath(reference),
      colleagues: colleaguesPath(reference),
      csrf: ask.csrf,
    }),
    { status: refused ? 400 : 200 },
  )
}
