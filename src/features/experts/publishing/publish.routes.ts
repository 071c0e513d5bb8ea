import { tracesIn } from '../../../core/experts/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { questionFields } from '../../forms/index.ts'
import { matchPath, publishPath, requestPath } from '../experts.paths.ts'
import { managedCrumbs } from '../managed-crumbs.ts'
import { formPage } from '../pages/form-page.ts'
import { askedIn, showRequest } from '../thread/show-request.routes.ts'
import { giveConsent } from './give-consent.ts'
import { letStandField, tracesPart } from './pages/publish.ts'
import { openToPublish, type PrepareProblem, prepareAnswer, readPublication, wholeOf } from './prepare-answer.ts'
import { publishForm } from './publish-form.ts'
import { consentProblemText, consentWords, prepareProblemText } from './publishing.messages.ts'

const publish = '/manage/funds/:fund/experts/requests/:number/publish'
const consents = { yes: true, no: false } as const

/** Publishing an answer without names, after both sides consent. */
export const publishRoutes = (services: Services): Route[] => [
  get(publish, 'experts:run', async (ask) => await showPublish(services, ask, undefined)),
  post(publish, 'experts:run', 'expert.answer-prepared', async (ask) => {
    const asked = { ...askedIn(ask), fields: ask.form, letStand: ask.form.all('let-stand') }
    const result = await prepareAnswer(services, ask.actor, asked)
    if (!result.ok) return await showPublish(services, ask, result.problems)
    const flash = 'The council and the expert are asked to consent.'
    return seeOther(matchPath(asked.slug, asked.number), { flash })
  }),
  post(
    '/experts/:fund/requests/:number/consent',
    'experts:work',
    'expert.publication-consented or expert.publication-refused',
    async (ask) => {
      const said = ask.form.line('consent')
      const consent = said === 'yes' || said === 'no' ? consents[said] : undefined
      const asked = { ...askedIn(ask), consents: consent, shown: Number(ask.form.line('shown')) }
      const result = await giveConsent(services, ask.actor, asked)
      return result.ok
        ? seeOther(requestPath(param(ask, 'fund'), asked.number), { flash: 'Thank you. It is saved.' })
        : await showRequest(services, ask, result.problems.map(consentProblemText))
    },
  ),
]

/** @param problems undefined before anything was sent */
async function showPublish(
  { db }: Services,
  ask: Ask,
  problems: readonly PrepareProblem[] | undefined,
): Promise<Answer> {
  const { fund, request, known, struck, traces, before } = await openToPublish(db, ask.actor, askedIn(ask))
  const letStand = problems === undefined ? (before?.letStand ?? []) : ask.form.all('let-stand')
  const typed = readPublication(known, ask.form, letStand)
  const texts = problems === undefined ? (before ?? struck) : typed.texts
  const { title, question, advice } = texts
  const errors = (problems ?? []).map(prepareProblemText)
  const possible = tracesIn(wholeOf(texts), known).filter(({ certain }) => !certain)
  const page = formPage({
    illustrative: fund.illustrative,
    breadcrumbs: [
      ...managedCrumbs(fund),
      { text: `Question ${request.number}`, href: matchPath(fund.slug, request.number) },
    ],
    caption: `Question ${request.number}`,
    title: 'Publish the answer without names',
    intro: tracesPart(
      traces,
      before === undefined
        ? []
        : [
            `Version ${before.version}: the council ${consentWords(before.council)}, the expert ${consentWords(before.expert)}.`,
          ],
    ),
    fields: [
      ...questionFields({
        form: publishForm,
        questions: publishForm.pages[0]?.questions ?? [],
        answers: { title, question, advice },
        problems: (problems ?? []).flatMap((each) => (each.code === 'field' ? [each.problem] : [])),
      }),
      letStandField(
        possible.map(({ found }) => found),
        letStand,
        errors,
      ),
    ],
    problems: errors,
    action: publishPath(fund.slug, request.number),
    button: 'I have read it: ask for consent',
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
