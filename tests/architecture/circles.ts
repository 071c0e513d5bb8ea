import type { SourceFile } from './source-files.ts'

/**
 * Files that import each other in a loop, types included: none can be read, moved or tested without the others.
 *
 * @returns each set of such files, in the order of their paths; empty when there is an order in which every file stands
 * on files before it alone
 * @see R. Tarjan, Depth-first search and linear graph algorithms (1972)
 */
export function circlesOf(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): readonly (readonly string[])[] {
  const below = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]))
  const [found, lowest] = [new Map<string, number>(), new Map<string, number>()]
  const open: string[] = []
  const circles: string[][] = []

  function visit(path: string): void {
    const place = found.size
    found.set(path, place)
    lowest.set(path, place)
    open.push(path)
    for (const target of below.get(path) ?? []) {
      if (!below.has(target)) continue
      if (!found.has(target)) visit(target)
      if (open.includes(target)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(target) ?? 0))
    }
    if (lowest.get(path) !== place) return
    const circle = open.splice(open.indexOf(path))
    if (circle.length > 1) circles.push(circle.sort())
  }

  for (const { path } of files) if (!found.has(path)) visit(path)
  return circles
}
