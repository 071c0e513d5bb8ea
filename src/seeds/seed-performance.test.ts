import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../tests/support/last-first.ts'
import { testServer } from '../../tests/support/server.ts'
import { freshDatabase } from '../../tests/support/template.ts'
import { performanceOf } from '../core/performance/index.ts'
import { monthCounts } from '../features/home/performance/performance.store.ts'
import { seed } from './seed.ts'
import { seedPerformance } from './seed-performance.ts'

for (const day of ['2026-03-01', '2026-03-31', '2027-01-01'])
  it(`makes up what people thought in three months that can each be told, once, on ${day}`, async (t) => {
    const clock = () => new Date(`${day}T12:00:00Z`)
    const { services } = await testServer(lastFirst(t), await freshDatabase(lastFirst(t)), { clock })
    await seed(services)
    await seedPerformance(services)
    await seedPerformance(services)
    const { months, all } = performanceOf(await monthCounts(services.db, true))
    const told = months.filter(({ satisfaction }) => satisfaction !== 'none').map(({ satisfaction }) => satisfaction)
    // 13 of the 18 answers of a month are 4 or 5: 72.2%.
    assert.deepEqual(told, Array(3).fill({ percent: 72, of: 18 }))
    assert.deepEqual(all.satisfaction, { percent: 72, of: 54 })
    assert.deepEqual(performanceOf(await monthCounts(services.db, false)).all.satisfaction, 'none')
  })
