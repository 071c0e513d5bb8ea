import { statfs } from 'node:fs/promises'

/**
 * How much of the disk that holds a folder is free to this process, from 0 to 1.
 *
 * @throws if there is no such folder
 */
export async function freeShare(folder: string): Promise<number> {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 ? 1 : bavail / blocks
}
