import { readFile } from 'node:fs/promises'
import { done, type Result, refused } from '../../../core/result.ts'
import { type BudgetTable, budgetLimits, tidyTable } from '../../../core/reviews/index.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { readTable } from '../../../platform/spreadsheet/read-spreadsheet.ts'
import type { SentProblem } from './budgeting.messages.ts'

const unpackedBytes = 30_000_000

/** The table that was sent, as a file or as cells that were pasted. */
export async function readSentBudget({ files, form }: Ask): Promise<Result<BudgetTable, SentProblem>> {
  const file = files.find(({ field, bytes }) => field === 'file' && bytes > 0)
  const pasted = form.text('pasted')
  if (file?.refused !== undefined) return refused({ code: 'file-over-limit' } as const)
  if (file === undefined && pasted.trim() === '') return refused({ code: 'nothing-sent' } as const)
  const bytes = file === undefined ? new TextEncoder().encode(pasted) : await readFile(file.path)
  const { rows, columns } = budgetLimits
  const read = await readTable(bytes, form.line('sheet'), { rows, columns, unpackedBytes })
  if (!read.ok) return read
  const tidied = tidyTable(read.value)
  return 'code' in tidied ? refused(tidied) : done(tidied)
}
