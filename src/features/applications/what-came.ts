import type { Database } from '../../platform/database/database.ts'
import type { TimelineItem } from '../../ui/patterns/index.ts'
import type { Access } from './open-application.ts'

/** One thing that came of an application, and where it is to be seen. */
export type CameLine = Pick<TimelineItem, 'title' | 'time' | 'datetime' | 'link'>

/**
 * What came of an application that was submitted, in the order of time, as far as its people are told. The areas that come
 * after this one know it.
 */
export type WhatCame = (
  db: Database,
  of: { readonly id: string; readonly reference: string; readonly access: Access },
) => Promise<readonly CameLine[]>
