import { registerPath } from '../accounts.paths.ts'

/** Who is beside whom, and bringing that up to date from a file. */
export const bordersPath = `${registerPath}/borders`
