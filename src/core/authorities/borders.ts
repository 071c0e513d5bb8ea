import type { Authority, Register } from './authority.ts'
import { standInsOn } from './succession.ts'

/** Two bodies beside one another, by their codes in the register, the lesser code first. */
export type Border = { readonly one: string; readonly other: string; readonly note: string }

/** A line of a file of borders, with the two GSS codes that stand in it. */
export type BorderLine = { readonly line: number; readonly codes: readonly [string, string]; readonly note: string }

/** What stops a file; each names its line. `border-not-yet`: the body was formed after the day of which the file is true. */
export type BorderProblem = { readonly line: number } & (
  | { readonly code: 'border-gss-missing' }
  | { readonly code: 'border-gss-unknown' | 'border-with-itself'; readonly value: string }
  | { readonly code: 'border-not-yet'; readonly value: string; readonly authority: string }
  | { readonly code: 'border-twice'; readonly earlier: number }
  | { readonly code: 'border-note-long'; readonly most: number }
)

/**
 * What was made of a line that is not taken as it stands. `taken-over`: the body had ended, and these stand in its place.
 * `same-body`: both had become one, so that there is no border between them.
 */
export type BorderNote = { readonly line: number } & (
  | { readonly code: 'taken-over'; readonly value: string; readonly by: readonly string[] }
  | { readonly code: 'same-body'; readonly authority: string }
)

export type ReadBorders = {
  readonly borders: readonly Border[]
  readonly problems: readonly BorderProblem[]
  readonly notes: readonly BorderNote[]
}

/** The most characters of a note. */
export const longestBorderNote = 200

/** A border as it is kept: from whichever side, it is the same. */
export const borderBetween = (one: string, other: string, note = ''): Border =>
  one < other ? { one, other, note } : { one: other, other: one, note }

/**
 * The borders that a file tells of, between bodies in being on a day. A code that a body had before its boundary changed
 * is its own. What had ended by then is taken for those who took over from it: where several did, each is beside.
 *
 * @param asOfOn the day of which the file is true, `YYYY-MM-DD`
 * @returns each border once, in the order of the codes; none of a line with a problem
 */
export function readBorders(lines: readonly BorderLine[], register: Register, asOfOn: string): ReadBorders {
  const byGss = bodiesByGss(register)
  const first = new Map<string, number>()
  const borders = new Map<string, Border>()
  const [problems, notes]: [BorderProblem[], BorderNote[]] = [[], []]
  for (const given of lines) {
    const pair = given.codes.toSorted().join(' ')
    const wrong = problemsOf(given, byGss, first.get(pair))
    if (!first.has(pair)) first.set(pair, given.line)
    const sides = wrong.length > 0 ? [] : given.codes.map((value) => sideOf(value, byGss, register, asOfOn))
    problems.push(...wrong, ...sides.flatMap((side) => (side.standing.length === 0 ? notYet(given, side) : [])))
    notes.push(...sides.flatMap((side) => takenOver(given, side)))
    const [ones = [], others = []] = sides.map(({ standing }) => standing)
    const same = ones.find((each) => others.includes(each))
    if (same !== undefined) notes.push({ code: 'same-body', line: given.line, authority: same })
    for (const one of ones)
      for (const other of others) {
        const border = borderBetween(one, other, given.note)
        const key = `${border.one} ${border.other}`
        if (one !== other && !borders.has(key)) borders.set(key, border)
      }
  }
  const ordered = [...borders].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, border]) => border)
  return { borders: ordered, problems, notes }
}

type ByGss = ReadonlyMap<string, Authority>
/** One side of a border: the code in the file, the body that has it, and who stood in its place on the day. */
type Side = { readonly value: string; readonly authority: string; readonly standing: readonly string[] }

/** A code that a body has goes before the same code that another had once. */
function bodiesByGss(register: Register): ByGss {
  const bodies = [...register.values()]
  return new Map([
    ...bodies.flatMap((body) => body.formerGssCodes.map((gss) => [gss, body] as const)),
    ...bodies.flatMap((body) => (body.gssCode === null ? [] : [[body.gssCode, body] as const])),
  ])
}

function problemsOf({ line, codes, note }: BorderLine, byGss: ByGss, earlier: number | undefined) {
  const problems: BorderProblem[] = []
  if (codes.includes('')) problems.push({ code: 'border-gss-missing', line })
  for (const value of new Set(codes))
    if (value !== '' && !byGss.has(value)) problems.push({ code: 'border-gss-unknown', line, value })
  const [one, other] = codes.map((value) => byGss.get(value))
  if (one !== undefined && one === other) problems.push({ code: 'border-with-itself', line, value: codes[1] })
  else if (earlier !== undefined && problems.length === 0) problems.push({ code: 'border-twice', line, earlier })
  if (note.length > longestBorderNote) problems.push({ code: 'border-note-long', line, most: longestBorderNote })
  return problems
}

function sideOf(value: string, byGss: ByGss, register: Register, asOfOn: string): Side {
  const authority = byGss.get(value)?.code ?? ''
  return { value, authority, standing: standInsOn(register, authority, asOfOn).map(({ code }) => code) }
}

const notYet = ({ line }: BorderLine, { value, authority }: Side): readonly BorderProblem[] => [
  { code: 'border-not-yet', line, value, authority },
]

const takenOver = ({ line }: BorderLine, { value, authority, standing }: Side): readonly BorderNote[] =>
  standing.length === 0 || standing.includes(authority) ? [] : [{ code: 'taken-over', line, value, by: standing }]
