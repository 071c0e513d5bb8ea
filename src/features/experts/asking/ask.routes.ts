import { notFound } from '../../../core/errors.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fieldText, readSought, type Sought } from '../../../ui/patterns/index.ts'
import { problemLinks, questionFields } from '../../forms/index.ts'
import { answerPath, askPath, panelPath, requestPath } from '../experts.paths.ts'
import { openPanel } from '../open-panel.ts'
import { searchPublished } from '../publishing/search-published.ts'
import { readPosted } from '../read-posted.ts'
import { type AskProblem, askExperts } from './ask-experts.ts'
import { askForm } from './ask-form.ts'
import { askPage } from './pages/ask.ts'

/** Asking the panel, for councils with an accepted award. */
export const askRoutes = (services: Services): Route[] => [
  get('/experts/:fund/ask', 'experts:work', async (ask) => {
    const { words, problems: empty } = readSought(ask.query, 'search')
    return await showAsk(services, ask, { words, problems: [], empty })
  }),
  post('/experts/:fund/ask', 'experts:work', 'expert.asked', async (ask) => {
    const [slug, searched] = [param(ask, 'fund'), ask.form.line('searched')]
    const result = await askExperts(services, ask.actor, { slug, fields: ask.form, searched, at: ask.receivedAt })
    if (!result.ok) return await showAsk(services, ask, { words: searched, problems: result.problems })
    const flash = 'Your question is sent. The programme team looks for an expert.'
    return seeOther(requestPath(slug, result.value), { flash })
  }),
]

async function showAsk(
  { db }: Services,
  ask: Ask,
  {
    words,
    problems,
    empty = [],
  }: { readonly words: string; readonly problems: readonly AskProblem[]; readonly empty?: Sought['problems'] },
): Promise<Answer> {
  const { fund, awards } = await openPanel(db, ask.actor, param(ask, 'fund'))
  if (awards.length === 0) throw notFound('award')
  const form = askForm(awards, isoDay(ask.receivedAt))
  const found = words.trim() === '' ? [] : await searchPublished(db, fund.id, words)
  const wrong = problems.flatMap((each) => (each.code === 'field' ? [each.problem] : []))
  const unsearched = problems.some(({ code }) => code === 'not-searched')
  const asks = words.trim() !== '' || problems.length > 0
  const { answers } = readPosted(form, ask.form)
  const page = askPage({
    fund,
    breadcrumbs: [{ text: 'Expert panel', href: panelPath(fund.slug) }],
    search: {
      action: askPath(fund.slug),
      words,
      found: found.map(({ number, title, question }) => ({ title, question, href: answerPath(fund.slug, number) })),
    },
    ask: asks
      ? {
          action: askPath(fund.slug),
          fields: questionFields({ form, questions: form.pages[0]?.questions ?? [], answers, problems: wrong }),
        }
      : undefined,
    problems: [
      ...empty,
      ...(unsearched ? [fieldText('search', 'Search first whether it was answered before')] : []),
      ...problemLinks(wrong).map((each) => ({ field: '', ...each })),
    ],
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length + empty.length > 0 ? 400 : 200 })
}
