import { createRequire } from 'node:module'
import type { FilesSettings } from '../../src/platform/files/files.ts'
import type { Lifetime } from './template.ts'

/** Made in the package for everybody: an S3 server for tests has one account. */
const account = { key: 'S3RVER', secret: 'S3RVER' } as const
const bucket = 'fund-files'

type S3rver = new (
  options: Record<string, unknown>,
) => {
  run: () => Promise<{ readonly port: number }>
  close: () => Promise<void>
}

/**
 * An S3 server on this machine that keeps its objects in a folder and checks every signature.
 *
 * @returns settings that reach it
 */
export async function startS3(lifetime: Lifetime, directory: string): Promise<Extract<FilesSettings, { kind: 's3' }>> {
  const Server = createRequire(import.meta.url)('@20minutes/s3rver') as S3rver
  const server = new Server({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  lifetime.after(() => server.close())
  return { kind: 's3', endpoint: `http://127.0.0.1:${port}`, bucket, region: 'eu-west-2', ...account }
}
