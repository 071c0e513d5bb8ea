import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { askedOf } from '../asked-of.routes.ts'
import { networkCrumbs } from '../network-crumbs.ts'
import { postFormPage } from '../posts/pages/post.ts'
import { reportPostPath, threadPath } from '../posts/posts.paths.ts'
import { openPost } from '../posts/write-post.ts'
import { appealMeasure, openOwnMeasure } from './appeal-measure.ts'
import { moderatingProblemText } from './moderating.messages.ts'
import { appealPath, ownMeasurePath } from './moderating.paths.ts'
import { measureWords } from './moderating-mail.messages.ts'
import { ownMeasurePage } from './pages/own-measure.ts'
import { reportPost } from './report-post.ts'
import { mayAppeal } from './take-measure.ts'

/** Reporting a post, and what was done about oneself. */
export const measuresRoutes = (services: Services): Route[] => [
  get('/network/:fund/posts/:post/report', 'network:take-part', async (ask) => await showReport(services, ask, [])),
  post('/network/:fund/posts/:post/report', 'network:take-part', 'network.post-reported', async (ask) => {
    const result = await reportPost(services, {
      ...askedOf(ask),
      post: param(ask, 'post'),
      reason: ask.form.text('text'),
    })
    if (!result.ok) return await showReport(services, ask, result.problems.map(moderatingProblemText))
    const flash = 'Reported. The programme team looks at it.'
    return seeOther(threadPath(param(ask, 'fund'), result.value), { flash })
  }),
  get('/network/:fund/measures/:measure', 'network:take-part', async (ask) => await showMeasure(services, ask, [])),
  post('/network/:fund/measures/:measure/appeal', 'network:take-part', 'network.appealed', async (ask) => {
    const result = await appealMeasure(services, { ...ofMeasure(ask), words: ask.form.text('text') })
    if (!result.ok) return await showMeasure(services, ask, result.problems.map(moderatingProblemText))
    return seeOther(ownMeasurePath(param(ask, 'fund'), param(ask, 'measure')), {
      flash: 'Sent. The programme team looks at it again, and we email you its answer.',
    })
  }),
]

const ofMeasure = (ask: Ask) => ({ ...askedOf(ask), measure: param(ask, 'measure') })

async function showReport({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, post: found } = await openPost(db, { ...askedOf(ask), post: param(ask, 'post') })
  const page = postFormPage({
    fund,
    crumbs: networkCrumbs(fund, { text: found.threadTitle, href: threadPath(fund.slug, found.threadId) }),
    title: 'Report a post',
    label: 'What is wrong with it?',
    hint: 'The programme team reads it. The author is not told who reported it',
    quoted: found.hiddenAt === null ? found.text : undefined,
    action: reportPostPath(fund.slug, found.id),
    buttonText: 'Report it',
    typed: ask.form.text('text'),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function showMeasure({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, measure } = await openOwnMeasure(db, ofMeasure(ask))
  const page = ownMeasurePage({
    fund,
    title: measureWords(measure.kind, measure.threadTitle),
    when: ukTime(measure.takenAt),
    reason: measure.reason,
    appeal: measure.appeal,
    answer: measure.answer,
    appealAction: mayAppeal(measure) ? appealPath(fund.slug, measure.id) : undefined,
    typed: ask.form.text('text'),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
