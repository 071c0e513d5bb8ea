import { notFound } from '../../../core/errors.ts'
import { acceptOf, fileKind } from '../../../core/files/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, attachment, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fileFormRoutes, openFile } from '../../files/index.ts'
import { fileList, fileView } from '../../forms/index.ts'
import { roundCrumbs } from '../../funds/index.ts'
import { possessive } from '../applications.messages.ts'
import {
  applicationPath,
  checkPath,
  forgetPaperSignOffPath,
  keyedPath,
  keyedScanPath,
  keyedScansPath,
  keyInPath,
  manageApplicationPath,
  paperSignOffPath,
  removeScanPath,
  withdrawPath,
} from '../applications.paths.ts'
import { type ApplicationInRound, applicationByReference } from '../applications.store.ts'
import type { FieldText } from '../extending/extending.messages.ts'
import { describeStanding, linesAbout } from '../sign-off/describe-standing.ts'
import { openSignOff, signOffsNow } from '../sign-off/open-sign-off.ts'
import type { SignOff } from '../sign-off/read-sign-offs.ts'
import { signOffFor, signOffName } from '../sign-off/sign-offs.messages.ts'
import { signOffsPath } from '../sign-off/sign-offs.paths.ts'
import type { KeyedPlace } from './keyed.store.ts'
import {
  keepScans,
  mostScanMegabytes,
  mostScans,
  openKeyed,
  removeScan,
  scanKinds,
  scansOf,
  scansTaken,
} from './keyed-scans.ts'
import { channelWords, confirmedWords, paperProblemText, scanProblemText } from './keying.messages.ts'
import { keyedPage } from './pages/keyed.ts'
import { paperSignOffPage } from './pages/paper-sign-off.ts'
import { forgetPaperSignOff, type PaperTyped, recordPaperSignOff } from './record-paper-sign-off.ts'

const one = '/manage/funds/:fund/:round/key-in/:reference'
const signed = `${one}/sign-offs/:slot`

/** One application that is keyed in: its scans, and who signed it on paper. */
export const keyedRoutes = (services: Services): Route[] => [
  get(one, 'fund:edit', async (ask) => await showKeyed(services, ask, {})),
  ...fileFormRoutes(services, {
    path: `${one}/scans`,
    permission: 'fund:edit',
    audit: 'file.uploaded',
    input: 'scan',
    ...scansTaken,
    sender: async (ask) => await scannerOf(services, ask),
    handler: async (ask, sent) => {
      const { reference } = await keyedOf(services, ask)
      const result = await keepScans(services, ask.actor, { reference, sent, at: ask.receivedAt })
      if (result.ok) return seeOther(pathOf(ask), { flash: 'Attached. It is being checked for viruses.' })
      return await showKeyed(services, ask, { scan: result.problems.map(scanProblemText).join('. ') })
    },
  }),
  get(`${one}/scans/:file`, 'fund:edit', async (ask) => {
    const { reference } = await keyedOf(services, ask)
    const file = param(ask, 'file')
    if (!(await scansOf(services.db, reference)).some(({ id }) => id === file)) throw notFound('file')
    return attachment(await openFile(services, { type: 'application', id: reference }, file))
  }),
  post(`${one}/scans/:file/remove`, 'fund:edit', 'file.removed', async (ask) => {
    const { reference } = await keyedOf(services, ask)
    const removing = { reference, file: param(ask, 'file'), at: ask.receivedAt }
    const result = await removeScan(services, ask.actor, removing)
    if (result.ok) return seeOther(pathOf(ask), { flash: 'The scan is removed.' })
    return await showKeyed(services, ask, { others: result.problems.map(scanProblemText) })
  }),
  get(signed, 'fund:edit', async (ask) => await showPaper(services, ask, [])),
  post(signed, 'fund:edit', 'application.signed-on-paper', async (ask) => {
    const { reference } = await keyedOf(services, ask)
    const of = { reference, slot: param(ask, 'slot'), at: ask.receivedAt }
    const result = await recordPaperSignOff(services, ask.actor, { ...of, typed: typedPaper(ask) })
    if (!result.ok) return await showPaper(services, ask, result.problems.map(paperProblemText))
    return seeOther(pathOf(ask), { flash: 'The signature is recorded.' })
  }),
  post(`${signed}/remove`, 'fund:edit', 'application.paper-signature-taken-back', async (ask) => {
    const { reference } = await keyedOf(services, ask)
    const result = await forgetPaperSignOff(services, ask.actor, {
      reference,
      slot: param(ask, 'slot'),
      at: ask.receivedAt,
    })
    if (result.ok) return seeOther(pathOf(ask), { flash: 'What was recorded is taken back.' })
    return await showKeyed(services, ask, { others: result.problems.map((problem) => paperProblemText(problem).text) })
  }),
]

/** The application of this address, for those who key it in. @throws {NotFound} for others, or of another round */
async function keyedOf({ db }: Services, ask: Ask): Promise<KeyedPlace> {
  const keyed = await openKeyed(db, ask.actor, param(ask, 'reference'))
  if (keyed.fundSlug !== param(ask, 'fund') || keyed.roundSlug !== param(ask, 'round')) throw notFound('application')
  return keyed
}

/** Somebody who attaches scans. */
async function scannerOf(services: Services, ask: Ask) {
  const { reference, fundId, state } = await keyedOf(services, ask)
  const closed = state === 'submitted' ? { closed: 'This application has been submitted.' } : {}
  return { owner: { type: 'application', id: reference } as const, by: personIn(ask), fundId, ...closed }
}

const personIn = ({ actor }: Ask): string => (actor.kind === 'person' ? actor.personId : '')

const pathOf = (ask: Ask): string => keyedPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))

const typedPaper = ({ form }: Ask): PaperTyped => ({
  name: form.line('name'),
  jobTitle: form.line('jobTitle'),
  day: form.line('signed-day'),
  month: form.line('signed-month'),
  year: form.line('signed-year'),
})

type Problems = { readonly scan?: string; readonly others?: readonly string[] }

async function showKeyed(services: Services, ask: Ask, { scan, others = [] }: Problems): Promise<Answer> {
  const { db } = services
  const keyed = await keyedOf(services, ask)
  const { reference, fundSlug, roundSlug } = keyed
  const application = await applicationByReference(db, reference, [], 'all')
  if (application === undefined) throw notFound('application')
  const submitted = keyed.state === 'submitted'
  const scans = await scansOf(db, reference)
  const { all } = await signOffsNow(db, services, application)
  const problems = [...(scan === undefined ? [] : [{ text: scan, href: '#scan' }]), ...others.map((text) => ({ text }))]
  return show(
    keyedPage({
      reference,
      heading: `${possessive(keyed.leadName)} application`,
      illustrative: keyed.illustrative,
      breadcrumbs: [
        ...roundCrumbs({ name: keyed.roundName, slug: roundSlug, fund: { name: keyed.fundName, slug: fundSlug } }),
        { text: 'Key in an application', href: keyInPath(fundSlug, roundSlug) },
      ],
      facts: [
        { name: 'Lead authority', value: keyed.leadName },
        { name: 'Received', value: `${ukTimeWithZone(keyed.receivedAt)}, ${channelWords[keyed.channel]}` },
        { name: 'Sent by', value: `${keyed.applicantName}, ${keyed.applicantEmail}` },
        { name: 'Keyed in by', value: keyed.keyedByName },
        { name: 'Confirmed', value: confirmedWords(keyed) },
      ],
      submitted,
      withdrawHref: submitted && mayCorrect(keyed, application, ask.receivedAt) ? withdrawPath(reference) : undefined,
      scans: scans.map((file) => ({
        name: file.name,
        line: fileList([{ id: file.id, name: file.name, size: file.bytes }], () =>
          fileView(file, keyedScanPath(fundSlug, roundSlug, reference, file.id)),
        ),
        removeAction: submitted ? undefined : removeScanPath(fundSlug, roundSlug, reference, file.id),
      })),
      uploadAction: scans.length >= mostScans ? undefined : keyedScansPath(fundSlug, roundSlug, reference),
      limits: `Up to ${mostScans} files: ${scanKinds.map((id) => fileKind(id).name).join(', ')}. Each must be smaller than ${mostScanMegabytes}\u00a0MB.`,
      accept: acceptOf(scanKinds),
      signOffs: all.list.map((signOff) => shownSignOff(signOff, keyed)),
      signOffsHref: signOffsPath(reference),
      applicationHref: submitted ? manageApplicationPath(fundSlug, roundSlug, reference) : applicationPath(reference),
      checkHref: checkPath(reference),
      problems,
      scanProblem: scan,
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** Whether what was submitted can still be taken back by those who keyed it in. */
const mayCorrect = (
  { confirmedAt }: KeyedPlace,
  { deadlineAt }: Pick<ApplicationInRound, 'deadlineAt'>,
  at: Date,
): boolean => confirmedAt === null && (deadlineAt === null || at <= deadlineAt)

function shownSignOff(signOff: SignOff, { fundSlug, roundSlug, reference, state }: KeyedPlace) {
  const { kind, organisation, slot, standing, onPaper } = signOff
  const open = state !== 'submitted'
  return {
    name: signOffName(kind, organisation.name),
    standing: describeStanding(standing),
    lines: linesAbout(signOff),
    record:
      open && (standing !== 'signed' || onPaper)
        ? {
            href: paperSignOffPath(fundSlug, roundSlug, reference, slot),
            text: !onPaper
              ? 'Record a signature on paper'
              : standing === 'signed'
                ? 'Correct what is recorded'
                : 'Record it again',
          }
        : undefined,
    forgetAction: open && onPaper ? forgetPaperSignOffPath(fundSlug, roundSlug, reference, slot) : undefined,
  }
}

async function showPaper(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { reference, fundSlug, roundSlug, illustrative } = await keyedOf(services, ask)
  const slot = param(ask, 'slot')
  const { signOff } = await openSignOff(services.db, services, ask.actor, { reference, slot, at: ask.receivedAt })
  const { kept, kind, organisation } = signOff
  const [year = '', month = '', day = ''] = kept?.paper?.signedOn.split('-').map((part) => String(Number(part))) ?? []
  const named = kept?.paper ?? kept
  const known = { name: named?.name ?? '', jobTitle: named?.jobTitle ?? '', day, month, year }
  return show(
    paperSignOffPage({
      reference,
      illustrative,
      back: keyedPath(fundSlug, roundSlug, reference),
      signsAs: signOffFor(kind, organisation.name),
      typed: errors.length > 0 ? typedPaper(ask) : known,
      errors,
      action: paperSignOffPath(fundSlug, roundSlug, reference, slot),
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
