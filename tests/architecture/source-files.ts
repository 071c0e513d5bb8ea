import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** The root of the project. */
export const root = join(import.meta.dirname, '../..')

/** A source file: its path from the root with `/`, its text, and what it imports. */
export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly Import[] }

/** An import: of a file of ours (its path from the root) or of a package (its name as written). */
export type Import = { readonly target: string; readonly ours: boolean; readonly typesOnly: boolean }

/** Every TypeScript file below a folder, tests included, in the order of their paths. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.split(sep).includes('built'))
    .sort()
    .map((name) => {
      const full = join(root, folder, name)
      const text = readFileSync(full, 'utf8')
      return { path: relative(root, full).replaceAll(sep, '/'), text, imports: importsOf(text, full) }
    })
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(text: string, file: string): readonly Import[] {
  const found = [...text.matchAll(statement)].map((match) => ({
    name: match[2] ?? '',
    typesOnly: match[1] !== undefined,
  }))
  const late = [...text.matchAll(dynamic)].map((match) => ({ name: match[1] ?? '', typesOnly: false }))
  return [...found, ...late].map(({ name, typesOnly }) => {
    const ours = name.startsWith('.')
    const target = ours ? relative(root, join(dirname(file), name)).replaceAll(sep, '/') : name
    return { target, ours, typesOnly }
  })
}
