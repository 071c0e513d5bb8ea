import { enableCompileCache, flushCompileCache } from 'node:module'

/**
 * Reads the whole program once, so that Node keeps it compiled: run after an install, before the first start. An install
 * must not fail for want of it. It is run with the options of the start: what was compiled under others is not taken.
 */
enableCompileCache('.build/compile-cache')
try {
  await Promise.all([
    import('./open-site.ts'),
    import('./platform/http/listen.ts'),
    import('./platform/config/config.ts'),
  ])
  flushCompileCache()
} catch (error) {
  console.warn(`The program was not compiled ahead, so its first start will be slower: ${error}`)
}
process.exit(0)
