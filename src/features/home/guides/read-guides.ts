import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A guide for newcomers of one role, as it stands in `docs/guides`. */
export type Guide = {
  /** The name of its file, which its address has. */
  readonly slug: string
  readonly title: string
  /** Markdown, with its title as the heading of the first level. */
  readonly text: string
}

const folder = join(import.meta.dirname, '../../../../docs/guides')

let read: Promise<readonly Guide[]> | undefined

/** Every guide by its title. They come with the release, so they are read once. */
export function guides(): Promise<readonly Guide[]> {
  read ??= readAll()
  return read
}

async function readAll(): Promise<readonly Guide[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()
  return await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      const slug = file.replace(/\.md$/, '')
      return { slug, title: /^# (.+)$/m.exec(text)?.[1] ?? slug, text }
    }),
  )
}
