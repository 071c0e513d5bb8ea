import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { jobsOf } from '../../src/app.ts'
import type { Services } from '../../src/platform/services.ts'
import type { TestAnswer, TestBrowser } from './server.ts'

/** Where the programme team of the round of `openRound` keys in what came. */
export const keyInAddress = '/manage/funds/test-fund/first/key-in'

/** What came on paper on 2 December 2026 at two minutes to noon, for Alder. */
export const keyedFields = {
  lead: 'T-ALDER',
  channel: 'paper',
  'received-day': '2',
  'received-month': '12',
  'received-year': '2026',
  'received-clock': '11:58am',
  name: 'Alma Alder',
  email: 'Alma@alder.example.gov.uk',
}

/** Starts to key in. @returns the reference */
export async function keyIn(team: TestBrowser, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { location, body } = await team.post(keyInAddress, { ...keyedFields, ...fields })
  const [, reference] = /^\/manage\/funds\/test-fund\/first\/key-in\/([\w-]+)$/.exec(location ?? '') ?? []
  return reference ?? assert.fail(body)
}

/** Attaches a scan of one page. */
export const attachScan = async (
  team: TestBrowser,
  reference: string,
  { name = 'bid.pdf', body = '%PDF-1.7\nthe bid\n%%EOF\n' } = {},
): Promise<TestAnswer> =>
  await team.postFiles(`${keyInAddress}/${reference}/scans`, {}, [{ field: 'scan', name, body }])

/** Does the scan that waits for each file, as the job that the service has for it. */
export async function scanAll(services: Services, tried = 0): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from stored_file where state = 'pending'`.execute(services.db)
  const scan = jobsOf(services).find(({ name }) => name === 'scan-file')
  for (const { id } of rows) await scan?.work({ id, tried })
}
