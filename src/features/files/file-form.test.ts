import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { cast } from '../../../tests/access/cast.ts'
import { type PanelAtWork, panelAtWork, takenQuestion } from '../../../tests/support/expert-panel.ts'
import { pdf } from '../../../tests/support/filing.ts'
import { scanAll } from '../../../tests/support/key-in.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { beginPieces, type Standing, sendPiece } from '../../../tests/support/send-in-pieces.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'

const life = lastFirst({ after })
let panel: PanelAtWork
let expert: TestBrowser
let path = ''
before(async () => {
  panel = await panelAtWork(life)
  const taken = await takenQuestion(panel)
  expert = taken.expert
  path = taken.path
})

const content = Buffer.from(pdf(randomBytes(300_000).toString('hex')))
const input = 'files-uploaded'
const pieces = () => `${path}/posts/uploads`
const begin = async (browser: TestBrowser, name: string, bytes = content.length): Promise<Standing> =>
  await beginPieces(browser, pieces(), input, { name, bytes })
const piece = async (browser: TestBrowser, upload: string, startsAt: number, most = 512_000): Promise<Standing> =>
  await sendPiece(browser, pieces(), input, { upload, startsAt, body: content.subarray(startsAt, startsAt + most) })
/** All pieces of a file. @returns what the form carries of it */
async function whole(browser: TestBrowser, name: string): Promise<string> {
  const { upload } = await begin(browser, name)
  await piece(browser, upload, 0)
  return (await piece(browser, upload, 512_000)).file ?? assert.fail('it did not come whole')
}
const say = async (browser: TestBrowser, words: string, uploads: readonly string[]) =>
  await browser.post(`${path}/posts`, { words, readers: 'team', [input]: [...uploads] })
async function kept(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from stored_file where owner_type = 'expert-request' order by name, id`.execute(
    panel.server.services.db,
  )
  return rows.map(({ name }) => name)
}
async function waiting(): Promise<number> {
  const { rows } = await sql`select from upload where owner_type = 'expert-request'`.execute(panel.server.services.db)
  return rows.length
}

describe('a file in pieces for a form', () => {
  it('goes on where it stopped, is nothing before its form is sent, and is then what came', async () => {
    const { council } = panel
    const begun = await begin(council, 'costs.pdf')
    assert.deepEqual([begun.received, begun.file], [0, undefined])
    assert.equal((await piece(council, begun.upload, 0)).received, 512_000)
    // The network went: it asks anew how much there is.
    assert.equal((await begin(council, 'costs.pdf')).received, 512_000)
    const last = await piece(council, begun.upload, 512_000)
    assert.equal(last.file, begun.upload)
    assert.deepEqual(await kept(), [])
    assert.equal((await say(council, 'Here it is', [begun.upload])).status, 303)
    assert.deepEqual([await kept(), await waiting()], [['costs.pdf'], 0])
    await scanAll(panel.server.services)
    const [href] = /\/experts\/[^"]*\/files\/[^"]*/.exec((await expert.get(path)).body) ?? assert.fail('no link')
    assert.equal((await expert.get(href)).body, content.toString())
  })

  it('waits where the form is refused, so that it need not be sent again, and goes with it once', async () => {
    const { council } = panel
    const before = (await kept()).length
    const upload = await whole(council, 'again.pdf')
    assert.equal((await say(council, '', [upload])).status, 400)
    assert.equal((await begin(council, 'again.pdf')).file, upload)
    const both = await Promise.all([say(council, 'One', [upload, upload]), say(council, 'Two', [upload])])
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await kept()).length, before + 1)
    // The same file may go with another message.
    assert.equal((await begin(council, 'again.pdf')).received, 0)
  })

  it('is of nobody else, and of no other form', async () => {
    const { council, team } = panel
    const before = await kept()
    const upload = await whole(council, 'mine.pdf')
    assert.equal((await piece(expert, upload, 0)).code, 404)
    assert.equal((await say(expert, 'Is it mine?', [upload, 'x', cast.team.id])).status, 303)
    assert.equal((await say(team, 'Is it mine?', [upload])).status, 303)
    assert.deepEqual(await kept(), before)
    const other = { name: 'mine.pdf', bytes: content.length }
    assert.equal((await beginPieces(await panel.server.signedIn(cast.outsider.id), pieces(), input, other)).code, 404)
  })

  it('is judged as one that comes with the form: by its name and size before, and by its content and number after', async () => {
    const { council } = panel
    const before = (await kept()).length
    assert.match((await begin(council, 'a.exe')).message ?? '', /must be a PDF/)
    assert.match((await begin(council, 'a.pdf', 20_000_001)).message ?? '', /must be smaller than 20 MB/)
    const wrong = await say(council, 'A document', [await whole(council, 'wrong.docx')])
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /“wrong\.docx” ends in “\.docx” but is a PDF file/)
    const six: string[] = []
    for (let number = 1; number <= 6; number += 1) six.push(await whole(council, `paper-${number}.pdf`))
    const many = await say(council, 'Six papers', six)
    assert.equal(many.status, 400)
    assert.match(many.body, /“paper-6\.pdf” was not added: you can upload up to 5 files here/)
    assert.equal((await kept()).length, before, 'nothing is sent while a file will not do')
    assert.equal((await say(council, 'Five papers', six.slice(0, 5))).status, 303)
    assert.equal((await kept()).length, before + 5)
  })
})
