import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** How much of the disk is free that holds a folder, or would if the folder were made: from 0 to 1. */
export async function freeShare(folder: string): Promise<number> {
  try {
    const { bavail, blocks } = await statfs(folder)
    return blocks === 0 ? 1 : bavail / blocks
  } catch (error) {
    const above = dirname(resolve(folder))
    if ((error as { code?: unknown }).code !== 'ENOENT' || above === resolve(folder)) throw error
    return await freeShare(above)
  }
}
