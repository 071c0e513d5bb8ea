import {
  canFreeze,
  type FrozenReturn,
  isAskedBack,
  mayFollow,
  ofReturn,
  type ReturnStanding,
  readReturnMonths,
  recordOfReturn,
  returnStandings,
  returnSteps,
  returnWordsSheet,
} from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { entryPath } from '../../sheets/index.ts'
import { awardCaption, benefitCrumbs } from '../benefit-crumbs.ts'
import { freezeReturnPath, returnPath, returnRecordPath, returnStepPath, returnsPath } from '../benefits.paths.ts'
import { type OpenedBenefits, openBenefits } from '../open-benefits.ts'
import { readBenefits } from '../read-benefits.ts'
import { describeBenefits, outturnHeadings, yearHeadings } from '../register/describe-register.ts'
import { historyOf, returnRow, saidIn } from './describe-return.ts'
import { freezeReturn } from './freeze-return.ts'
import { moveReturn } from './move-return.ts'
import { type ReturnActions, returnPage } from './pages/return.ts'
import { returnsPage } from './pages/returns.ts'
import { askedBackWords, type ReturnProblem, returnProblemText, steppedWords } from './returning.messages.ts'
import { type ReturnVersion, returnsOf, returnText } from './returns.store.ts'

const all = '/applications/:reference/benefits/returns'
const one = `${all}/:months`

/** Returns of an award: made by the council, confirmed by its finance, read by the programme team. */
export const returningRoutes = (services: Services): Route[] => [
  get(all, 'benefits:work', async (ask) => await showReturns(services, ask)),
  get(one, 'benefits:work', async (ask) => await showReturn(services, ask, [])),
  get(`${one}/:number/record.json`, 'benefits:work', async (ask) => await sendRecord(services, ask)),
  post(`${one}/freeze`, 'benefits:work', 'benefits.return-frozen', async (ask) => {
    const result = await freezeReturn(services, ask.actor, of(ask))
    return result.ok
      ? back(ask, 'Made. Finance is asked to confirm it.')
      : await showReturn(services, ask, result.problems)
  }),
  post(`${one}/step`, 'benefits:work', 'benefits.return-moved', async (ask) => {
    const step = returnSteps.find((each) => each === ask.form.line('step'))
    if (step === undefined) throw notFound('step')
    const said = { step, question: ask.form.text('question').trim(), number: Number(ask.form.line('number')) }
    const result = await moveReturn(services, ask.actor, { ...of(ask), ...said })
    return result.ok ? back(ask, steppedWords[step]) : await showReturn(services, ask, result.problems)
  }),
]

function of(ask: Ask) {
  const months = readReturnMonths(param(ask, 'months'))
  if (months === undefined) throw notFound('return')
  return { reference: param(ask, 'reference'), months, at: ask.receivedAt }
}

const back = (ask: Ask, flash: string): Answer => seeOther(returnPath(of(ask).reference, of(ask).months), { flash })

const reading = (ask: Ask) =>
  ({ actor: ask.actor, reference: param(ask, 'reference'), need: 'read', at: ask.receivedAt }) as const

async function showReturns({ db }: Services, ask: Ask): Promise<Answer> {
  const opened = await openBenefits(db, reading(ask))
  const { award } = opened
  const standings = returnStandings(award.acceptedOn, await returnsOf(db, [award.id]), isoDay(ask.receivedAt))
  return show(
    returnsPage({
      illustrative: award.illustrative,
      breadcrumbs: benefitCrumbs(opened),
      caption: awardCaption(award),
      returns: standings.map((standing) => returnRow(standing, returnPath(award.reference, standing.months))),
    }),
  )
}

async function showReturn(services: Services, ask: Ask, problems: readonly ReturnProblem[]): Promise<Answer> {
  const { months } = of(ask)
  const opened = await openBenefits(services.db, reading(ask))
  const { award } = opened
  const versions = await returnsOf(services.db, [award.id])
  const standing = returnStandings(award.acceptedOn, versions, isoDay(ask.receivedAt)).find(
    (each) => each.months === months,
  )
  if (standing === undefined) throw notFound('return')
  const { state } = standing
  const { said, tables } = await shownOf(services, opened, standing)
  return show(
    returnPage({
      illustrative: award.illustrative,
      breadcrumbs: [...benefitCrumbs(opened), { text: 'Returns', href: returnsPath(award.reference) }],
      caption: awardCaption(award),
      ...returnRow(standing, ''),
      version: standing.last && {
        number: standing.last.number,
        recordHref: returnRecordPath(award.reference, months, standing.last.number),
      },
      asked: isAskedBack(state) ? askedIn(standing.last) : undefined,
      said,
      wordsHref: opened.may.write
        ? entryPath(applicationPath(award.reference), returnWordsSheet.id, String(months))
        : undefined,
      tables: { ...tables, yearHeadings, outturnHeadings },
      history: historyOf(versions.filter((version) => version.months === months)),
      can: actionsOf(opened, standing),
      question: ask.form.text('question'),
      errors: problems.map(returnProblemText),
      freezeAction: freezeReturnPath(award.reference, months),
      stepAction: returnStepPath(award.reference, months),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

/** A version as it was made. Until there is one, and while another is to be made, the register as it stands. */
async function shownOf(
  { db }: Services,
  { award }: OpenedBenefits,
  { months, last }: Pick<ReturnStanding<ReturnVersion>, 'months' | 'last'>,
) {
  const text = last === undefined ? undefined : await returnText(db, award.id, last)
  if (text === undefined) {
    const read = await readBenefits(db, award)
    return { said: saidIn(read.record, months), tables: describeBenefits(read) }
  }
  const frozen: FrozenReturn = JSON.parse(text)
  return { said: saidIn(recordOfReturn(frozen), months), tables: describeBenefits(ofReturn(frozen)) }
}

function askedIn(last: ReturnVersion | undefined) {
  const steps = last?.steps ?? []
  return { heading: askedBackWords(steps).heading, text: steps.at(-1)?.said ?? '' }
}

const actionsOf = ({ may }: OpenedBenefits, { state }: Pick<ReturnStanding<unknown>, 'state'>): ReturnActions => ({
  freeze: may.write && canFreeze(state),
  confirm: may.confirm && mayFollow('confirmed', state),
  send: may.write && mayFollow('sent', state),
  answer: may.run && mayFollow('accepted', state),
  publish: may.run && mayFollow('published', state),
})

async function sendRecord({ db }: Services, ask: Ask): Promise<Answer> {
  const { months, reference } = of(ask)
  const { award } = await openBenefits(db, reading(ask))
  const number = Number(/^[1-9]\d{0,5}$/.exec(param(ask, 'number'))?.[0] ?? 0)
  const text = await returnText(db, award.id, { months, number })
  if (text === undefined) throw notFound('return')
  return download({ name: `${reference}-return-${months}-${number}.json`, type: 'application/json', body: text })
}
