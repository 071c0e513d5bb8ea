import { enableCompileCache, flushCompileCache } from 'node:module'
import { bundleProgram } from './bundle-program.ts'
import { isBundled, partOf } from './find-program.ts'

/**
 * Writes the program as a few files and reads it once, so that Node keeps it compiled: run after an install, before the first
 * start. An install must not fail for want of it. It is run with the options of the start: what was compiled under others is
 * not taken.
 */
enableCompileCache('.build/compile-cache')
try {
  await bundleProgram()
} catch (error) {
  console.warn(`The program was not put together ahead, so it takes more memory: ${error}`)
}
try {
  const bundled = isBundled()
  await Promise.all([
    import(partOf('openConfigured', bundled)),
    import(partOf('openSite', bundled)),
    import('./platform/http/listen.ts'),
    import('./platform/config/config.ts'),
  ])
  flushCompileCache()
} catch (error) {
  console.warn(`The program was not compiled ahead, so its first start will be slower: ${error}`)
}
process.exit(0)
