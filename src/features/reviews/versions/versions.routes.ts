import { canonicalJson } from '../../../core/canonical/index.ts'
import { departureSheetId, isUnexplained, mayIn } from '../../../core/reviews/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show, text } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reportPath } from '../reporting/reporting.paths.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import { readWeighed } from '../weighing/read-weighed.ts'
import { readWhole } from '../weighing/read-whole.ts'
import { describeComparison } from './describe-comparison.ts'
import { freezeVersion } from './freeze-version.ts'
import { openFrozen } from './open-frozen.ts'
import { comparisonPage } from './pages/comparison.ts'
import { versionPage } from './pages/version.ts'
import { versionsPage } from './pages/versions.ts'
import { signVersion } from './sign-version.ts'
import { type VersionProblem, versionProblemText } from './versions.messages.ts'
import { comparePath, versionPath, versionRecordPath, versionsPath } from './versions.paths.ts'
import { frozenVersions, signOffsOf } from './versions.store.ts'

const all = '/reviews/:reference/versions'
const one = `${all}/:number`

/** Versions of a review: frozen with their hash, compared, and signed off. */
export const versionRoutes = (services: Services): Route[] => [
  get(all, 'review:work', async (ask) => await showVersions(services, ask, [])),
  post(all, 'review:work', 'review.frozen', async (ask) => {
    const reference = param(ask, 'reference')
    const asked = { reference, why: ask.form.line('why'), at: ask.receivedAt }
    const result = await freezeVersion(services, ask.actor, asked)
    return result.ok
      ? seeOther(versionPath(reference, result.value), { flash: 'The version is frozen.' })
      : await showVersions(services, ask, result.problems)
  }),
  get(`${all}/compare`, 'review:work', async (ask) => await showComparison(services, ask)),
  get(one, 'review:work', async (ask) => await showVersion(services, ask, [])),
  post(one, 'review:work', 'review.signed-off', async (ask) => {
    const [reference, number] = [param(ask, 'reference'), numberOf(ask)]
    const asked = { reference, number, ...signTyped(ask), at: ask.receivedAt }
    const result = await signVersion(services, ask.actor, asked)
    return result.ok
      ? seeOther(versionPath(reference, number), { flash: 'You have signed it off.' })
      : await showVersion(services, ask, result.problems)
  }),
  get(`${one}/record.json`, 'review:work', async (ask) => {
    const { version } = await openVersion(services, ask)
    return text(canonicalJson(version.record), 'application/json; charset=utf-8')
  }),
]

/** Where the reason for a departure is given. */
const departurePath = (reference: string): string => sheetPath(reference, departureSheetId)

const signTyped = ({ form }: Ask) => ({ capacity: form.line('capacity'), statement: form.text('statement').trim() })

/** A number of a version as an address has it; 0 for anything else, which no version has. */
const numberOf = (ask: Ask): number => (/^[1-9]\d{0,5}$/.test(param(ask, 'number')) ? Number(param(ask, 'number')) : 0)

/** @throws {NotFound} if there is no such version, or the review is not one of this person's */
async function openVersion({ db }: Services, ask: Ask) {
  const { review, actor } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  return { review, version: await openFrozen(db, review, param(ask, 'number')), actor }
}

async function showVersions({ db }: Services, ask: Ask, problems: readonly VersionProblem[]): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const versions = await frozenVersions(db, review.id)
  const record = await readWeighed(db, review)
  const { reference } = review
  return show(
    versionsPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      versions: versions.map(({ number, why, frozenAt, frozenBy }) => ({
        href: versionPath(reference, number),
        number,
        why,
        when: ukTimeWithZone(frozenAt),
        by: frozenBy,
      })),
      freeze: mayIn(review.roles, 'lead')
        ? { action: versionsPath(reference), typed: ask.form.line('why'), csrf: ask.csrf }
        : undefined,
      unexplained: isUnexplained(record) ? departurePath(reference) : undefined,
      errors: problems.map(versionProblemText),
      compareAction: comparePath(reference),
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

async function showVersion(services: Services, ask: Ask, problems: readonly VersionProblem[]): Promise<Answer> {
  const { review, version, actor } = await openVersion(services, ask)
  const { reference } = review
  const { number, sha256, record } = version
  const signOffs = await signOffsOf(services.db, review.id, number)
  return show(
    versionPage({
      illustrative: review.illustrative,
      breadcrumbs: [...reviewCrumbs(review), { text: 'Versions', href: versionsPath(reference) }],
      number,
      why: version.why,
      when: ukTimeWithZone(version.frozenAt),
      by: version.frozenBy,
      sha256,
      holds: services.sha256(canonicalJson(record)) === sha256,
      reportHref: `${reportPath(reference, 'whole')}?version=${number}`,
      recordHref: versionRecordPath(reference, number),
      signOffs: signOffs.map(({ name, capacity, statement, signedAt }) => ({
        name,
        capacity,
        statement,
        when: ukTimeWithZone(signedAt),
      })),
      unexplained: isUnexplained(record) ? departurePath(reference) : undefined,
      sign:
        isUnexplained(record) ||
        !mayIn(review.roles, 'sign') ||
        signOffs.some(({ personId }) => personId === actor.personId)
          ? undefined
          : { action: versionPath(reference, number), typed: signTyped(ask), csrf: ask.csrf },
      errors: problems.map(versionProblemText),
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

/** What is compared: a frozen version by its number, or what is written now. */
async function sideOf({ db }: Services, review: Review, asked: string) {
  if (asked === 'now' || asked === '') return { name: 'As it is now', record: await readWhole(db, review) }
  const version = await openFrozen(db, review, asked)
  return { name: `Version ${asked}: ${version.why}`, record: version.record }
}

async function showComparison(services: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(services.db, ask.actor, param(ask, 'reference'), 'read')
  const before = await sideOf(services, review, ask.query.get('from') ?? '')
  const after = await sideOf(services, review, ask.query.get('to') ?? '')
  return show(
    comparisonPage({
      illustrative: review.illustrative,
      breadcrumbs: [...reviewCrumbs(review), { text: 'Versions', href: versionsPath(review.reference) }],
      chooseHref: versionsPath(review.reference),
      from: before.name,
      to: after.name,
      ...describeComparison(before.record, after.record),
    }),
  )
}
