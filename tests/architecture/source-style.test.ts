import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type SourceFile, sourceFiles } from './source-files.ts'

const files = [...sourceFiles('src'), ...sourceFiles('tests')]
const code = files.filter(({ path }) => !path.endsWith('.test.ts'))
const paths = (found: readonly SourceFile[]) => found.map(({ path }) => path)

/** Longer files, each with its reason. The list may only shrink. */
const longFiles: Readonly<Record<string, string>> = {}

describe('every source file', () => {
  it('is at most 400 lines long', () => {
    const long = code.filter(({ path, text }) => text.split('\n').length > 400 && !(path in longFiles))
    assert.deepEqual(paths(long), [])
  })

  it('has a name that says what is in it', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|\.|-|$)/
    assert.deepEqual(paths(files.filter(({ path }) => vague.test(path))), [])
    assert.deepEqual(paths(files.filter(({ path }) => path !== path.toLowerCase())), [])
  })

  it('trusts text as HTML only in ui', () => {
    const trusting = code.filter(
      ({ path, text }) =>
        !path.startsWith('src/ui/') && /import \{[^}]*\braw\b[^}]*\} from '[./]+ui\/html\.ts'/.test(text),
    )
    assert.deepEqual(paths(trusting), [])
  })

  it('never evaluates text as code', () => {
    const evaluating = /\beval\(|new Function\(|from 'node:vm'/
    assert.deepEqual(paths(code.filter(({ text }) => evaluating.test(text))), [])
  })

  it('leaves no work undone and no test out', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '\\.on' + 'ly\\(', '\\.sk' + 'ip\\('].join('|'),
    )
    assert.deepEqual(paths(files.filter(({ text }) => marks.test(text))), [])
  })

  it('says what comes first of equal times, wherever rows are sorted by one', () => {
    const undecided = /order by (?:[a-z]+\.)?(?:[a-z_]+_)?at(?: desc)?(?=\s*(?:`|\)|limit|for update|$))/m
    assert.deepEqual(paths(files.filter(({ text }) => undecided.test(text))), [])
  })

  it('gives a reason with each lint exception', () => {
    const bare = /biome-ignore [\w/]+:?\s*$/m
    assert.deepEqual(paths(files.filter(({ text }) => bare.test(text))), [])
  })
})

describe('every area', () => {
  const allowed =
    /^src\/features\/([a-z]+)\/(?:[a-z]+(?:-[a-z]+)*\/)?(index|\1(-[a-z-]+)?\.(routes|store|jobs|messages|paths)|[a-z]+(-[a-z0-9]+)+|[a-z-]+\.(routes|store|jobs|messages|paths)|pages\/[^/]+(?:\/[^/]+)?)(\.test)?\.ts$/

  it('has files with the names of their kinds', () => {
    const features = paths(files).filter((path) => path.startsWith('src/features/'))
    assert.deepEqual(
      features.filter((path) => !allowed.test(path)),
      [],
    )
  })
})
