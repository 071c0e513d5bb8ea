import { notFound } from '../../../core/errors.ts'
import {
  addableFrom,
  blankTest,
  type ConditionPlace,
  comparisonsOf,
  conditionAt,
  type ExpressionPath,
  listedFrom,
  partAt,
  partsOf,
  readableFrom,
  SUM,
  type TypedTest,
  testsOf,
  typedHowMany,
  typedTest,
} from '../../../core/forms/edit/index.ts'
import {
  type Comparison,
  describeEntries,
  describeExpression,
  type Expression,
  type Form,
  findQuestion,
  type NameOf,
  type Question,
} from '../../../core/forms/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { searchOrganisations } from '../../accounts/index.ts'
import { partHash } from '../change-draft.ts'
import { authorityNames } from '../name-authorities.ts'
import { type DraftAddress, type EditorFrame, editorFrame, findDraft } from '../read-draft.ts'
import { conditionPath, logicPath } from './building.paths.ts'
import { listAround } from './change-condition.ts'

/** A part of a condition as the page shows it. `path`: where it stands, as the buttons say it. */
export type ShownPart = {
  readonly path: string
  readonly kind: 'test' | 'all' | 'any' | 'not'
  readonly words: string
  /** For how many entries of a list its parts must hold; undefined where they are not asked of entries. */
  readonly entries: string | undefined
  /** Whether it is asked of each entry of a list, with others. */
  readonly isOfEntry: boolean
  readonly parts: readonly ShownPart[]
  readonly changeHref: string | undefined
  readonly addHref: string | undefined
  /** Where more is asked of the same entries. */
  readonly askMoreHref: string | undefined
  readonly isWhole: boolean
}

export type ConditionView = EditorFrame & {
  /** What it is the condition of, in words. */
  readonly about: string
  readonly kind: ConditionPlace['kind']
  readonly words: string
  readonly whole: ShownPart | undefined
  /** Whether any answer can be read here: a first question cannot depend on anything. */
  readonly canAdd: boolean
  readonly seen: string
  readonly href: string
  readonly addHref: string
  readonly backHref: string
}

type Asked = DraftAddress & { readonly place: ConditionPlace }

/** What a condition is about, in the words of the form. */
export function aboutPlace(form: Form, { kind, id }: ConditionPlace): string {
  if (kind === 'page') return `the page “${form.pages.find((page) => page.id === id)?.title ?? id}”`
  if (kind === 'question') return `the question “${findQuestion(form, id)?.label ?? id}”`
  if (kind === 'rule') return `the rule “${form.rules?.find((rule) => rule.id === id)?.clause ?? id}”`
  return `the check “${form.checks?.find((check) => check.id === id)?.text ?? id}”`
}

export const pathText = (path: ExpressionPath): string => path.join('.')

/** @returns undefined for what no button says */
export function readPath(text: string): ExpressionPath | undefined {
  if (text === '') return []
  return /^\d{1,3}(?:\.\d{1,3}){0,19}$/.test(text) ? text.split('.').map(Number) : undefined
}

/** @throws {NotFound} if the draft or the place is not there, or not theirs to change */
export async function readCondition(services: Services, asked: Asked): Promise<ConditionView> {
  const found = await findDraft(services, asked)
  const form = found.version.definition
  const there = conditionAt(form, asked.place)
  if (there === undefined) throw notFound('condition')
  const { kind } = asked.place
  const nameOf = await authorityNames(services.db, form)
  const href = conditionPath(asked.path, asked.versionId, asked.place)
  const frame = editorFrame(found, asked)
  return {
    ...frame,
    about: aboutPlace(form, asked.place),
    kind,
    words: there.when === undefined ? '' : describeExpression(form, there.when, nameOf),
    whole: there.when && shownPart({ form, nameOf }, there.when, [], href),
    canAdd: readableFrom(form, asked.place).length + listedFrom(form, asked.place).length > 0,
    seen: partHash(there.when, services),
    href,
    addHref: `${href}/test`,
    backHref: kind === 'rule' || kind === 'check' ? logicPath(asked.path, asked.versionId) : frame.editHref,
  }
}

type Named = { readonly form: Form; readonly nameOf: NameOf }

function shownPart(
  { form, nameOf }: Named,
  part: Expression,
  path: ExpressionPath,
  href: string,
  isOfEntry = false,
): ShownPart {
  const parts = partsOf(part)
  const list = 'items' in part ? part : undefined
  const group = list !== undefined && parts.length > 0 ? list.where : part
  const kind = 'all' in group ? 'all' : 'any' in group ? 'any' : 'not' in group ? 'not' : 'test'
  const at = pathText(path)
  const isGroup = list === undefined && (kind === 'all' || kind === 'any')
  return {
    path: at,
    kind,
    words: describeExpression(form, part, nameOf),
    entries: list !== undefined && parts.length > 0 ? describeEntries(form, list) : undefined,
    isOfEntry,
    parts: parts.map((each, index) => shownPart({ form, nameOf }, each, [...path, index], href, list !== undefined)),
    changeHref: kind === 'test' ? `${href}/test?at=${at}&change=yes` : undefined,
    addHref: isGroup ? `${href}/test?at=${at}` : undefined,
    askMoreHref: list === undefined ? undefined : `${href}/test?at=${at}&more=yes`,
    isWhole: path.length === 0,
  }
}

/** A question that can be picked. */
export type PickedQuestion = { readonly id: string; readonly label: string }

/** What a test at a place can be made of. Without a subject, the question is picked first. */
export type TestChoices = {
  readonly subjects: readonly PickedQuestion[]
  /** Questions of groups before, which are asked of each entry; named with their group. */
  readonly listed: readonly PickedQuestion[]
  readonly canAddUp: boolean
  readonly subject: Question | 'sum' | undefined
  /** The group of whose entries the subject is asked. */
  readonly group: Question | undefined
  readonly tests: ReturnType<typeof testsOf>
  /** How the answer can be compared with others, and with which. */
  readonly comparisons: readonly Comparison[]
  readonly others: readonly PickedQuestion[]
  readonly addends: readonly PickedQuestion[]
  /** The register, to pick from, when the question is answered with an authority. */
  readonly authorities: readonly PickedQuestion[]
}

/** One test to be picked. */
export type TestView = EditorFrame &
  TestChoices & {
    readonly kind: ConditionPlace['kind']
    readonly about: string
    /** What stands there now, when it is changed. */
    readonly saved: TypedTest | undefined
    readonly seen: string
    readonly href: string
    readonly backHref: string
  }

const picked = ({ id, label }: Question): PickedQuestion => ({ id, label })

/**
 * What a test at a place can be made of.
 *
 * @param list the only list of whose entries may be asked
 */
export async function testChoices(
  db: Database,
  form: Form,
  place: ConditionPlace,
  subjectId: string,
  list?: string,
): Promise<TestChoices> {
  const readable = list === undefined ? readableFrom(form, place) : []
  const addable = list === undefined ? addableFrom(form, place) : []
  const listed = listedFrom(form, place).filter(({ group }) => list === undefined || group.id === list)
  const own = readable.find(({ id }) => id === subjectId)
  const inGroup = own === undefined ? listed.find(({ question }) => question.id === subjectId) : undefined
  const question = own ?? inGroup?.question
  const others = own === undefined ? [] : readable.filter((each) => comparisonsOf(own, each).length > 0)
  const [other] = others
  return {
    subjects: readable.map(picked),
    listed: listed.map(({ question: { id, label }, group }) => ({ id, label: `${group.label}: ${label}` })),
    canAddUp: addable.length > 0,
    subject: subjectId === SUM && addable.length > 0 ? ('sum' as const) : question,
    group: inGroup?.group,
    tests: question === undefined ? [] : testsOf(question),
    comparisons: own === undefined || other === undefined ? [] : comparisonsOf(own, other),
    others: others.map(picked),
    addends: addable.map(picked),
    authorities: question?.type === 'authority' ? await everyAuthority(db) : [],
  }
}

/** The whole register: a condition may name a body that a merger has ended. */
const everyAuthority = async (db: Database): Promise<readonly PickedQuestion[]> =>
  (await searchOrganisations(db, { limit: 2000 })).map(({ id, name }) => ({ id, label: name }))

/**
 * @param asked `subject`: the question that was picked, '' when none was. `at`: the part to change
 * @throws {NotFound} if the draft, the place or the part is not there, or not theirs to change
 */
export async function readTestEditor(
  services: Services,
  asked: Asked & {
    readonly subject: string
    readonly at: ExpressionPath
    readonly act: 'add' | 'replace' | 'ask-more'
  },
): Promise<TestView> {
  const found = await findDraft(services, asked)
  const form = found.version.definition
  const there = conditionAt(form, asked.place)
  if (there === undefined) throw notFound('condition')
  const { act, at } = asked
  const list = act === 'add' ? undefined : listAround(there.when, at, act)
  const part = act === 'replace' ? partAt(there.when, at) : undefined
  const entries = list && typedHowMany(list)
  const own = part && typedTest(part)
  const saved = own && { ...own, ...entries }
  const subject = asked.subject || (saved?.subject ?? '')
  const href = conditionPath(asked.path, asked.versionId, asked.place)
  return {
    ...editorFrame(found, asked),
    kind: asked.place.kind,
    about: aboutPlace(form, asked.place),
    ...(await testChoices(services.db, form, asked.place, subject, list?.items)),
    saved: saved?.subject === subject ? saved : entries && { ...blankTest, ...entries },
    seen: partHash(there.when, services),
    href: `${href}/test`,
    backHref: href,
  }
}
