import { contentHash, type Json, type Sha256 } from '../../../core/canonical/index.ts'
import { type FrozenApplication, frozenHash } from '../../../core/forms/index.ts'
import type { ChangeProblem } from '../applications.messages.ts'
import type { StoredAnswers } from '../applications.store.ts'

/**
 * What somebody was shown before they submit, as the page carries it.
 * - `sha256`: of the frozen content
 * - `parts`: of each part its name, for an answer its version, and the beginning of its hash: what changed is told from it
 */
export type ShownContent = { readonly sha256: string; readonly parts: string }

/** Parts that are not answers; no question has such an id. */
const factNames = ['@lead', '@partners', '@round', '@form', '@declaration', '@eligibility'] as const

type Part = { readonly name: string; readonly version: number; readonly hash: string }

/** What a page that shows this content carries. */
export function shownContent(content: FrozenApplication, stored: StoredAnswers, sha256: Sha256): ShownContent {
  const parts = partsOf(content, stored, sha256).map(({ name, version, hash }) => `${name}.${version}:${hash}`)
  return { sha256: frozenHash(content, sha256), parts: parts.join(' ') }
}

function partsOf(content: FrozenApplication, stored: StoredAnswers, sha256: Sha256): readonly Part[] {
  const { lead, standIn, partners, fund, round, form, declaration, reference, illustrative, eligibility } = content
  const part = (name: string, value: unknown, version = 0): Part => ({
    name,
    version,
    hash: contentHash(value as Json, sha256).slice(0, 8),
  })
  const facts = [
    { lead, standIn },
    partners,
    { fund, round, reference, illustrative },
    form,
    declaration,
    eligibility ?? null,
  ]
  const questions = content.pages.flatMap((page) => page.questions)
  return [
    ...factNames.map((name, index) => part(name, facts[index])),
    ...questions.map((question) => part(question.id, question, stored[question.id]?.version ?? 0)),
  ]
}

type Now = {
  readonly content: FrozenApplication
  readonly stored: StoredAnswers
  /** The names of those who saved the answers, by id. */
  readonly nameOf: (personId: string) => string
}

/** The people who saved an answer that is not as it was shown. */
export const changedBy = (shown: ShownContent, { content, stored }: Omit<Now, 'nameOf'>, sha256: Sha256) => [
  ...new Set(changedParts(shown, content, stored, sha256).flatMap(({ name }) => stored[name]?.savedBy ?? [])),
]

/** What would be submitted now and was not shown: empty when it is the same to the last character. */
export function changesSince(
  shown: ShownContent,
  { content, stored, nameOf }: Now,
  sha256: Sha256,
): readonly ChangeProblem[] {
  if (shown.sha256 === frozenHash(content, sha256)) return []
  const changed = changedParts(shown, content, stored, sha256)
  const facts = factNames
    .filter((name) => changed.some((part) => part.name === name))
    // The words of the declaration name the lead: that one has changed is enough said.
    .filter((name, _, all) => name !== '@declaration' || !all.includes('@lead'))
    .map((name) => ({ code: 'facts-changed' as const, what: name }))
  const answers = content.pages.flatMap((page) =>
    page.questions.flatMap(({ id, label }): readonly ChangeProblem[] => {
      const part = changed.find(({ name }) => name === id)
      if (part === undefined) return []
      const saved = part.saved ? stored[id] : undefined
      const by = saved === undefined ? undefined : { name: nameOf(saved.savedBy), at: saved.savedAt }
      return [{ code: 'answer-changed', question: id, label, page: page.id, by }]
    }),
  )
  const all = [...facts, ...answers]
  return all.length === 0 ? [{ code: 'check-again' }] : all
}

/** `saved`: the answer was saved meanwhile, rather than said in other words. None when nothing is known of what was shown. */
function changedParts(
  { parts }: ShownContent,
  content: FrozenApplication,
  stored: StoredAnswers,
  sha256: Sha256,
): readonly (Part & { readonly saved: boolean })[] {
  const before = new Map(
    [...parts.matchAll(/(\S+)\.(\d{1,9}):([0-9a-f]{8})(?: |$)/g)].map(([, name = '', version, hash]) => [
      name,
      { version: Number(version), hash },
    ]),
  )
  if (before.size === 0) return []
  return partsOf(content, stored, sha256)
    .filter(({ name, hash }) => before.get(name)?.hash !== hash)
    .map((part) => ({ ...part, saved: part.version !== (before.get(part.name)?.version ?? 0) }))
}
