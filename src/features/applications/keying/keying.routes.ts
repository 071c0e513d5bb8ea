import { notFound } from '../../../core/errors.ts'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, attachment, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { eligibleOrganisations } from '../../accounts/index.ts'
import { openFile } from '../../files/index.ts'
import { answerSummary, fileList } from '../../forms/index.ts'
import { findRound, type RoundPath, roundCrumbs } from '../../funds/index.ts'
import {
  confirmKeyedPath,
  confirmScanPath,
  keyedPath,
  keyInPath,
  manageApplicationPath,
} from '../applications.paths.ts'
import type { FieldText } from '../extending/extending.messages.ts'
import { viewsOfFiles } from '../files/file-views.ts'
import { frozenSignOffWords } from '../sign-off/sign-offs.messages.ts'
import { latestSubmission } from '../submitting/submissions.store.ts'
import { confirmKeyed, findKeyed } from './confirm-keyed.ts'
import { type KeyedPlace, keyedOfRound } from './keyed.store.ts'
import {
  channelWords,
  confirmedWords,
  confirmHeading,
  confirmProblemText,
  keyingProblemText,
} from './keying.messages.ts'
import { type ConfirmKeyedModel, confirmKeyedPage } from './pages/confirm-keyed.ts'
import { keyInPage } from './pages/key-in.ts'
import { type KeyedTyped, startKeyed } from './start-keyed.ts'

const managed = '/manage/funds/:fund/:round/key-in'
const link = '/keyed/:token'

/** Keying in what came by email or on paper, and the applicant's answer whether it is theirs. */
export const keyingRoutes = (services: Services): Route[] => [
  get(managed, 'fund:edit', async (ask) => await showKeyIn(services, ask, nothingTyped, [])),
  post(managed, 'fund:edit', 'application.keyed-in', async (ask) => {
    const typed = typedKeyed(ask.form)
    const result = await startKeyed(services, { actor: ask.actor, path: pathOf(ask), typed, at: ask.receivedAt })
    if (!result.ok) return await showKeyIn(services, ask, typed, result.problems.map(keyingProblemText))
    return seeOther(keyedPath(param(ask, 'fund'), param(ask, 'round'), result.value.reference))
  }),
  get(
    link,
    'public',
    async (ask) => await showConfirm(services, ask, { typed: { answer: '', because: '' }, problems: [] }),
    { perMinute: 60 },
  ),
  get(
    `${link}/files/:file`,
    'public',
    async (ask) => {
      const keyed = await findKeyed(services, param(ask, 'token'))
      const submission = isAnswered(keyed) ? undefined : await latestSubmission(services.db, keyed.applicationId)
      const file = param(ask, 'file')
      if (!submission?.content.keyed?.scans.some(({ id }) => id === file)) throw notFound('file')
      return attachment(await openFile(services, { type: 'application', id: keyed.reference }, file))
    },
    { perMinute: 60 },
  ),
  post(
    link,
    'public',
    'application.keyed-confirmed or application.keyed-disowned',
    async (ask) => {
      const token = param(ask, 'token')
      const typed = { answer: ask.form.line('theirs'), because: ask.form.text('because') }
      const result = await confirmKeyed(services, { token, ...typed, origin: ask.origin, at: ask.receivedAt })
      if (result.ok) return seeOther(confirmKeyedPath(token))
      return await showConfirm(services, ask, { typed, problems: result.problems.map(confirmProblemText) })
    },
    { perMinute: 20 },
  ),
]

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const nothingTyped: KeyedTyped = {
  leadId: '',
  channel: '',
  received: { day: '', month: '', year: '', clock: '' },
  name: '',
  email: '',
}

const typedKeyed = (form: FormBody): KeyedTyped => ({
  leadId: form.line('lead'),
  channel: form.line('channel'),
  received: {
    day: form.line('received-day'),
    month: form.line('received-month'),
    year: form.line('received-year'),
    clock: form.line('received-clock'),
  },
  name: form.line('name'),
  email: form.line('email'),
})

async function showKeyIn(
  services: Services,
  ask: Ask,
  typed: KeyedTyped,
  errors: readonly FieldText[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'fund:edit', pathOf(ask))
  const { fund, slug, eligibleKinds: kinds, illustrative } = round
  const bodies = await eligibleOrganisations(db, { kinds, on: isoDay(ask.receivedAt), illustrative })
  const keyed = await keyedOfRound(db, round.id)
  return show(
    keyInPage({
      caption: `${fund.name}: ${round.name}`,
      illustrative,
      breadcrumbs: roundCrumbs(round),
      keyed: keyed.map((one) => ({
        reference: one.reference,
        href:
          one.state === 'submitted'
            ? manageApplicationPath(fund.slug, slug, one.reference)
            : keyedPath(fund.slug, slug, one.reference),
        lead: one.leadName,
        received: `${ukTimeWithZone(one.receivedAt)}, ${channelWords[one.channel]}`,
        by: one.keyedByName,
        state: confirmedWords(one),
      })),
      authorities: bodies.map(({ id, name }) => ({ value: id, text: name })),
      typed,
      errors,
      action: keyInPath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: errors.length === 0 ? 200 : 400 },
  )
}

async function showConfirm(
  services: Services,
  ask: Ask,
  { typed, problems }: Pick<ConfirmKeyedModel, 'typed' | 'problems'>,
): Promise<Answer> {
  const token = param(ask, 'token')
  const keyed = await findKeyed(services, token)
  const answered = isAnswered(keyed)
  // Once it is answered the link shows no more than that: it may lie in a mailbox for years.
  const submission = answered ? undefined : await latestSubmission(services.db, keyed.applicationId)
  return show(
    confirmKeyedPage({
      heading: confirmHeading(keyed),
      reference: keyed.reference,
      lead: keyed.leadName,
      illustrative: keyed.illustrative,
      facts: [
        { name: 'Lead authority', value: keyed.leadName },
        { name: 'Received', value: `${ukTimeWithZone(keyed.receivedAt)}, ${channelWords[keyed.channel]}` },
        { name: 'Keyed in by', value: `${keyed.keyedByName}, for the programme team` },
      ],
      scans: submission && (await scansIn(services, submission.content, token)),
      signOffs: (submission?.content.signOffs ?? []).map(frozenSignOffWords),
      pages: (submission?.content.pages ?? []).map((page) => ({ title: page.title, summary: answerSummary(page) })),
      answered: answered
        ? `${confirmedWords({ ...keyed, disownedBecause: '' })}. If that is wrong, write to the programme team.`
        : undefined,
      typed,
      problems,
      action: confirmKeyedPath(token),
      csrf: ask.csrf,
    }),
    { status: problems.length === 0 ? 200 : 400 },
  )
}

const isAnswered = ({ confirmedAt, disownedAt }: KeyedPlace): boolean => confirmedAt !== null || disownedAt !== null

/** What came, to compare with; undefined when nothing was attached. */
async function scansIn({ db }: Services, { keyed, reference }: FrozenApplication, token: string) {
  const scans = keyed?.scans ?? []
  if (scans.length === 0) return undefined
  const ids = scans.map(({ id }) => id)
  const views = await viewsOfFiles(db, reference, ids, (_, file) => confirmScanPath(token, file))
  return fileList(scans, (id) => views.get(id))
}
