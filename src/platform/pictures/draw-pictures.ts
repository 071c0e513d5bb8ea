import { fork } from 'node:child_process'
import { Unavailable } from '../../core/errors.ts'
import { inTurns } from '../threads/turns.ts'

/** A picture as pixels, two to each of the drawing that it was made of. */
export type DrawnPicture = {
  readonly png: Uint8Array
  /** Pixels of the drawing. */
  readonly wide: number
  readonly high: number
  /** Whether a box stands in it for a character that the font does not have. */
  readonly replaced: boolean
}

/** What the process that draws answers. */
export type PictureAnswer = { readonly drawn: readonly DrawnPicture[] } | { readonly problem: string }

const script = new URL('./picture-process.ts', import.meta.url)

/** How long the pictures of a document may take: ten of them take three seconds on a busy machine. */
const longestMs = 60_000

/** A process takes 170 MB while it draws, so that documents are drawn for one after another. */
const turns = inTurns({ atOnce: 1, waiting: 30 })

/**
 * Draws SVG documents of our own as PNG pictures, in a process that ends with the last of them. Text is set in Arimo, whose
 * letters are as wide as those of Arial; a box stands for each character that it does not have.
 *
 * @param drawings SVG documents that need nothing else
 * @returns in the order of the drawings
 * @throws {Unavailable} if too many documents wait
 */
export async function drawPictures(drawings: readonly string[]): Promise<readonly DrawnPicture[]> {
  if (drawings.length === 0) return []
  const drawn = turns(async () => await drawApart(drawings))
  if (drawn === undefined) throw new Unavailable('too many documents with pictures are being made')
  return await drawn
}

const drawApart = (drawings: readonly string[]): Promise<readonly DrawnPicture[]> =>
  new Promise((resolve, reject) => {
    // Nothing of the environment, which holds secrets, goes with it.
    const child = fork(script, { serialization: 'advanced', execArgv: [], env: {} })
    const timer = setTimeout(() => child.kill('SIGKILL'), longestMs)
    child.once('message', (answer: PictureAnswer) => {
      if ('drawn' in answer) resolve(answer.drawn)
      else reject(new Error(`no picture: ${answer.problem}`))
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the pictures were not drawn'))
    })
    child.send(drawings)
  })
