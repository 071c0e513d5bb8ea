/** A process that draws the pictures of one document as pixels, and ends: the memory that drawing takes goes with it. */

import { readFileSync } from 'node:fs'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { DrawnPicture, PictureAnswer } from './draw-pictures.ts'
import { type HasLetter, lettersOf } from './font-letters.ts'
import { settableDrawing } from './settable-drawing.ts'

/** Pixels of the picture to one of the drawing: sharp on paper too. */
const density = 2
const family = 'Arimo'

const fileOf = (module: string): Uint8Array => readFileSync(new URL(import.meta.resolve(module)))

function draw(given: string, font: Uint8Array, has: HasLetter): DrawnPicture {
  const { svg, replaced } = settableDrawing(given, has)
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: density },
    font: { fontBuffers: [font], defaultFontFamily: family, serifFamily: family, sansSerifFamily: family },
  })
  const image = drawing.render()
  const drawn = { png: image.asPng(), wide: drawing.width, high: drawing.height, replaced }
  image.free()
  drawing.free()
  return drawn
}

async function answer(drawings: readonly string[]): Promise<PictureAnswer> {
  try {
    await initWasm(fileOf('@resvg/resvg-wasm/index_bg.wasm'))
    const font = fileOf('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf')
    const has = lettersOf(font)
    return { drawn: drawings.map((svg) => draw(svg, font, has)) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

// A signal to the whole group is for the process that asks: it finishes what is in flight, and then ends this one.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', async (drawings: readonly string[]) => process.send?.(await answer(drawings)))
