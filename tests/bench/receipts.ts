import { measureReceipts } from './receipts/measure-receipts.ts'
import { report } from './targets.ts'

/** Measures how many receipts are made as PDF in a second, by one typesetter and by two. */
report('Receipts', [await measureReceipts(1), await measureReceipts(2)])
