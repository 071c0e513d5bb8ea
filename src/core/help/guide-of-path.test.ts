import assert from 'node:assert/strict'
import { it } from 'node:test'
import { guideNames, guideOfPath } from './guide-of-path.ts'

it('knows the guide of an address, each of them from somewhere', () => {
  const guides = {
    '/admin/register': 'administrator',
    '/funds/a-fund/first/faqs': 'applicant',
    '/applications/DD-2026-7K3F-W/pages/drivers': 'applicant',
    '/assess/a-fund/first': 'assessor',
    '/applications/DD-2026-7K3F-W/award': 'council-with-an-award',
    '/applications/DD-2026-7K3F-W/benefits/returns/12': 'council-with-an-award',
    '/experts/a-fund/ask': 'council-with-an-award',
    '/experts/a-fund/hours': 'expert',
    '/network/a-fund': 'network-member',
    '/manage/funds/a-fund/network': 'programme-team',
    '/support': 'supplier',
  }
  for (const [path, guide] of Object.entries(guides)) assert.equal(guideOfPath(path), guide, path)
  assert.deepEqual([...new Set(Object.values(guides))].toSorted(), [...guideNames].toSorted())
})

it('makes nothing of other addresses', () => {
  for (const path of ['', '/', '/home', '/supporters', '/administration', 'https://evil.example/admin'])
    assert.equal(guideOfPath(path), undefined, path)
})
