import { screenerAnswers } from '../../../core/eligibility/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Answers, whatIsVisible } from '../../../core/forms/index.ts'
import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import { roundById } from '../../funds/index.ts'
import { applicationEligibilityPagePath, applicationEligibilityPath, applicationPath } from '../applications.paths.ts'
import { openApplication, valuesOf } from '../open-application.ts'
import { factsFor } from './answer-facts.ts'
import { saveApplicationScreening } from './save-application-screening.ts'
import {
  type AtScreener,
  afterPage,
  readPosted,
  showResult,
  showScreenerPage,
  withOtherEntries,
} from './screener-pages.routes.ts'
import { screeningOf } from './screening.store.ts'

const base = '/applications/:reference/eligibility'

/** The screener in an application: what it was told and says, and changing it. */
export const applicationScreeningRoutes = (services: Services): Route[] => [
  get(base, 'application:write', async (ask) => {
    const { at, mayChange, wasTold } = await atScreener(services, ask, 'read')
    // What the form answers too is only offered: it counts once somebody has gone through the questions.
    const [first] = whatIsVisible(at.version.definition, at.answers).pages
    if (mayChange && !wasTold && first !== undefined) return seeOther(at.pagePath(first.page.id))
    return await showResult(at, {
      start: { text: 'Continue with the application', href: at.back },
      notOpen: undefined,
      mayChange,
    })
  }),
  get(`${base}/questions/:page`, 'application:write', async (ask) => {
    const { at, mayChange } = await atScreener(services, ask, 'write')
    return mayChange ? await showScreenerPage(at, param(ask, 'page')) : seeOther(at.back)
  }),
  post(`${base}/questions/:page`, 'application:write', 'application.screened', async (ask) => {
    const { at } = await atScreener(services, ask, 'write')
    return await answered(services, at)
  }),
]

async function atScreener({ db }: Services, ask: Ask, need: 'read' | 'write') {
  const reference = param(ask, 'reference')
  const opened = await openApplication(db, ask.actor, { reference, questions: 'all', need, at: ask.receivedAt })
  const { application, access } = opened
  const round = await roundById(db, application.roundId)
  const version = round?.screenerVersionId ? await formVersionById(db, round.screenerVersionId) : undefined
  const form = await formVersionById(db, application.formVersionId)
  if (round === undefined || version === undefined || form === undefined) throw notFound('screener')
  const screening = await screeningOf(db, application.id)
  const told = screening?.answers ?? {}
  const facts = (answers: Answers) => factsFor(db, version.definition, application.id, answers)
  const answers = screenerAnswers(version.definition, told, form.definition, valuesOf(application.answers))
  const at: AtScreener = {
    db,
    ask,
    round,
    version,
    answers: { ...answers, ...(await facts(answers)) },
    facts,
    factsKnown: 'every',
    pagePath: (page) => applicationEligibilityPagePath(reference, page),
    resultPath: applicationEligibilityPath(reference),
    back: applicationPath(reference),
    keeping: 'Your answers are kept with the application.',
  }
  const mayChange = access === 'write' && application.state !== 'submitted'
  return { at, mayChange, wasTold: screening !== undefined }
}

async function answered(services: Services, at: AtScreener): Promise<Answer> {
  const { ask } = at
  const pageId = param(ask, 'page')
  const changed = await withOtherEntries(at, pageId)
  if (changed !== undefined) return changed
  const posted = await readPosted(at, pageId)
  if (posted === undefined) return seeOther(at.resultPath)
  const after = { ...at, answers: posted.answers }
  if (posted.problems.length > 0) return await showScreenerPage(after, pageId, { problems: posted.problems })
  const reference = param(ask, 'reference')
  const saved = { reference, screener: at.version, answers: posted.answers, at: ask.receivedAt }
  const kept = await services.db.transaction().execute((tx) => saveApplicationScreening(tx, ask.actor, saved))
  if (!kept) return seeOther(at.back)
  return afterPage(after, pageId)
}
