import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { S3mini } from 's3mini'
import { Unavailable } from '../../core/errors.ts'
import { checkName, type Files, type FilesSettings, type KeptContent } from './files.ts'

const prefix = 'files/'

/**
 * Files at a service that speaks as S3 does, signed with version 4 of its signature. The client is loaded when it is
 * first needed: who keeps files on the disk carries none of it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export function s3Files(settings: Extract<FilesSettings, { kind: 's3' }>): Files {
  let client: Promise<S3mini> | undefined
  const s3 = async <Value>(work: (client: S3mini) => Promise<Value>): Promise<Value> => {
    client ??= connect(settings)
    try {
      return await work(await client)
    } catch (error) {
      throw new Unavailable('files', { cause: error })
    }
  }
  const keyOf = (sha256: string) => `${prefix}${checkName(sha256)}`
  return {
    put: async (path) => {
      const content = await contentOf(path)
      const blob = await openAsBlob(path)
      // The service compares what arrived with the sum, so that content is never kept under a wrong name.
      const sum = { 'x-amz-checksum-sha256': Buffer.from(content.sha256, 'hex').toString('base64') } as const
      await s3((each) =>
        each.putObject(keyOf(content.sha256), blob, 'application/octet-stream', undefined, sum, content.bytes),
      )
      return content
    },
    open: async (sha256) => {
      const key = keyOf(sha256)
      const response = await s3((each) => each.getObjectResponse(key))
      return response?.body ? Readable.fromWeb(response.body as ReadableStream) : undefined
    },
    stat: async (sha256) => {
      const key = keyOf(sha256)
      if ((await s3((each) => each.objectExists(key))) !== true) return undefined
      return { sha256, bytes: await s3((each) => each.getContentLength(key)) }
    },
    remove: async (sha256) => {
      const key = keyOf(sha256)
      await s3((each) => each.deleteObject(key))
    },
  }
}

async function connect({ endpoint, bucket, region, key, secret }: Extract<FilesSettings, { kind: 's3' }>) {
  const { S3mini } = await import('s3mini')
  return new S3mini({ endpoint: `${endpoint}/${bucket}`, region, accessKeyId: key, secretAccessKey: secret })
}

async function contentOf(path: string): Promise<KeptContent> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
