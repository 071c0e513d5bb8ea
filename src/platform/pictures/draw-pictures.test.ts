import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Pixels, readPng } from '../../../tests/support/read-png.ts'
import { drawPictures } from './draw-pictures.ts'

const svg = (content: string, [wide, high] = [40, 20]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${content}</svg>`
const text = (words: string) => svg(`<text x="2" y="15" font-family="Libertinus Serif" font-size="15">${words}</text>`)

async function pixelsOf(drawing: string): Promise<Pixels> {
  const [drawn] = await drawPictures([drawing])
  return readPng(drawn?.png ?? assert.fail('nothing was drawn'))
}

const colourAt = ({ rgba, wide }: Pixels, x: number, y: number) => [...rgba.subarray((y * wide + x) * 4).subarray(0, 4)]
const inked = ({ rgba }: Pixels): number => rgba.filter((value, at) => at % 4 === 0 && value < 128).length

describe('drawing pictures as pixels', () => {
  it('takes two pixels for each of the drawing, on white', async () => {
    const [drawn] = await drawPictures([svg('<rect x="10" y="5" width="20" height="10" fill="#505a5f"/>')])
    assert.deepEqual([drawn?.wide, drawn?.high], [40, 20])
    const pixels = readPng(drawn?.png ?? assert.fail())
    assert.deepEqual([pixels.wide, pixels.high], [80, 40])
    assert.deepEqual(colourAt(pixels, 40, 20), [0x50, 0x5a, 0x5f, 255])
    assert.deepEqual(colourAt(pixels, 2, 2), [255, 255, 255, 255])
    assert.equal(inked(pixels), 20 * 10 * 4)
  })

  it('sets text, whatever family is asked for, and of other letters others', async () => {
    const [wide, narrow, none] = [await pixelsOf(text('WWW')), await pixelsOf(text('...')), await pixelsOf(text(''))]
    assert.equal(inked(none), 0)
    assert.ok(inked(narrow) > 0)
    assert.ok(inked(wide) > 5 * inked(narrow))
    assert.ok(inked(await pixelsOf(text('£Ŵŷ'))) > inked(await pixelsOf(text('£'))))
  })

  it('puts a box for what the font does not have, and says that it did', async () => {
    const [emoji, box, plain] = await drawPictures([text('🎉'), text('□'), text('Plain')])
    assert.deepEqual(emoji?.png, box?.png)
    assert.deepEqual([emoji?.replaced, box?.replaced, plain?.replaced], [true, false, false])
  })

  it('draws every picture of a document in their order, with the same bytes each time', async () => {
    const drawings = [text('One'), svg(''), text('Two')]
    const [drawn, again] = [await drawPictures(drawings), await drawPictures(drawings)]
    assert.deepEqual(again, drawn)
    assert.deepEqual((await drawPictures([text('Two')]))[0], drawn[2])
    assert.notDeepEqual(drawn[0], drawn[2])
    assert.deepEqual(await drawPictures([]), [])
  })

  it('refuses what is no picture, and draws the next', async () => {
    await assert.rejects(drawPictures(['<p>No</p>']))
    assert.equal((await drawPictures([svg('')])).length, 1)
  })

  it('takes documents in turns', async () => {
    const all = await Promise.all(['A', 'B', 'C'].map(async (letter) => await drawPictures([text(letter)])))
    assert.deepEqual(all[1], await drawPictures([text('B')]))
  })
})
