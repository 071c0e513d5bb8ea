import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  extensionOf,
  type FoundFile,
  fileKind,
  fileKindIds,
  fileProblemText,
  fileSizeWords,
  judgeFile,
  kindNamed,
  tidyFileName,
} from './index.ts'

const rules = { accept: fileKindIds, mostBytes: 10_000_000 }
const file = (name: string, given: Partial<FoundFile> = {}): FoundFile => ({
  name,
  bytes: 100,
  content: undefined,
  isText: false,
  ...given,
})
const judged = (given: FoundFile, by = rules) => {
  const result = judgeFile(given, by)
  return 'kind' in result ? result.kind : fileProblemText(result.problem)
}

describe('judging a file', () => {
  it('takes each kind whose name and content agree, and no other content under that name', () => {
    for (const kind of fileKindIds) {
      const { extensions, content } = fileKind(kind)
      for (const extension of extensions) {
        const own = content === 'text' ? { isText: true } : { content: content[0] as string }
        assert.equal(judged(file(`plan.${extension}`, own)), kind)
        assert.equal(judged(file(`PLAN.${extension.toUpperCase()}`, own)), kind)
        for (const other of fileKindIds.filter((each) => each !== kind)) {
          const theirs = fileKind(other).content
          if (theirs === 'text') continue
          assert.match(judged(file(`plan.${extension}`, { content: theirs[0] as string })), /ends in “\./)
        }
      }
    }
  })

  it('says what to do when name and content differ', () => {
    assert.equal(
      judged(file('letter.pdf', { content: fileKind('docx').content[0] as string })),
      '“letter.pdf” ends in “.pdf” but is a Word file. Rename it to end in “.docx”, or save it again as PDF',
    )
    assert.equal(
      judged(file('letter.pdf', { content: 'application/x-msdownload' })),
      '“letter.pdf” ends in “.pdf” but is not a PDF file, or is damaged. Open it and save it again as PDF, then choose it again',
    )
    assert.equal(
      judged(file('costs.csv', { isText: false })),
      '“costs.csv” ends in “.csv” but is not text. Save it again as CSV (UTF-8), then choose it again',
    )
  })

  it('takes no program, archive, web page, macro or nameless thing, and only what the place accepts', () => {
    for (const name of ['a.exe', 'a.docm', 'a.html', 'a.svg', 'a.zip', 'a.pdf.js', 'pdf', '.pdf', 'a.', ''])
      assert.match(
        judged(file(name, { content: 'application/pdf', isText: true })),
        /^“.*” must be a PDF, Word, .* or plain text file/,
      )
    assert.equal(
      judged(file('a.png', { content: 'image/png' }), { ...rules, accept: ['docx', 'pdf'] }),
      '“a.png” must be a PDF or Word file. Save it as one of these, then choose it again',
    )
  })

  it('takes a file of exactly the limit, and neither one more byte nor none', () => {
    assert.equal(judged(file('a.txt', { bytes: 10_000_000, isText: true })), 'txt')
    assert.match(judged(file('a.txt', { bytes: 10_000_001, isText: true })), /^“a.txt” must be smaller than 10 MB/)
    assert.match(judged(file('a.txt', { bytes: 0, isText: true })), /^“a.txt” is empty/)
  })
})

describe('the size of a file in words', () => {
  it('is rounded to what people compare, and never says 1000 of a unit', () => {
    const pairs = [
      [1, '1 byte'],
      [999, '999 bytes'],
      [1000, '1 KB'],
      [999_499, '999 KB'],
      [999_500, '1 MB'],
      [1_250_000, '1.3 MB'],
      [25_000_000, '25 MB'],
    ] as const
    for (const [bytes, words] of pairs) assert.equal(fileSizeWords(bytes), words)
    fc.assert(fc.property(fc.nat(900_000_000), (bytes) => !/^1000 [bK]/.test(fileSizeWords(bytes))))
  })
})

describe('the name of a file', () => {
  it('has no folder, nothing that changes how it reads, and keeps its end when it is long', () => {
    const names = ['../../a.pdf', 'C:\\x\\a.pdf', 'a\u202Efdp.exe', ' a \t b.pdf', '', '/', '..\\']
    assert.deepEqual(names.map(tidyFileName), ['a.pdf', 'a.pdf', 'afdp.exe', 'a b.pdf', 'file', 'file', 'file'])
    assert.equal(tidyFileName(`${'x'.repeat(300)}.docx`), `${'x'.repeat(195)}.docx`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const tidy = tidyFileName(name)
        assert.ok(tidy.length > 0 && tidy.length <= 200 && tidy.isWellFormed() && !/[/\\\p{Cc}]/u.test(tidy), tidy)
        assert.equal(tidyFileName(tidy), tidy)
      }),
    )
  })
})

describe('the end of a name', () => {
  it('is what comes after the last full stop, if something comes before it', () => {
    assert.deepEqual(['a.b.PDF', 'a', '.pdf', 'a.', 'Tŷ.docx'].map(extensionOf), ['pdf', '', '', '', 'docx'])
    assert.equal(kindNamed('scan.JPG'), 'jpeg')
  })
})
