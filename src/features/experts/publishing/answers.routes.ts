import { notFound } from '../../../core/errors.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { readSought } from '../../../ui/patterns/index.ts'
import { answerPath, answersPath, panelPath } from '../experts.paths.ts'
import { openCohort } from '../open-panel.ts'
import { subjectWords } from '../subject-questions.ts'
import { answerPage, answersPage } from './pages/answers.ts'
import { publishedOf } from './publications.store.ts'
import { searchPublished } from './search-published.ts'

/** What was answered to other councils, without names: for councils with an award, experts and whoever runs or reads the fund. */
export const answersRoutes = ({ db }: Services): Route[] => [
  get('/experts/:fund/answers', 'experts:work', async (ask) => {
    const { fund } = await openCohort(db, ask.actor, param(ask, 'fund'))
    const sought = readSought(ask.query, 'search')
    const found = await searchPublished(db, fund.id, sought.words)
    return show(
      answersPage({
        fund,
        breadcrumbs: [{ text: 'Expert panel', href: panelPath(fund.slug) }],
        action: answersPath(fund.slug),
        sought,
        found: found.map(({ number, title, question }) => ({ title, question, href: answerPath(fund.slug, number) })),
      }),
      { status: sought.problems.length > 0 ? 400 : 200 },
    )
  }),
  get('/experts/:fund/answers/:number', 'experts:work', async (ask) => {
    const { fund } = await openCohort(db, ask.actor, param(ask, 'fund'))
    const number = Number(param(ask, 'number'))
    const answer = (await publishedOf(db, fund.id)).find((each) => each.number === number)
    if (answer === undefined) throw notFound('answer')
    return show(
      answerPage({
        fund,
        breadcrumbs: [
          { text: 'Expert panel', href: panelPath(fund.slug) },
          { text: 'Answers', href: answersPath(fund.slug) },
        ],
        ...answer,
        about: subjectWords(answer).join(', '),
        published: ukDate(answer.publishedAt),
      }),
    )
  }),
]
