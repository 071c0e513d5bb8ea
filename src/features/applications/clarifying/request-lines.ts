import { ukTime } from '../../../core/time/uk-time.ts'
import { answerRequestPath } from '../applications.paths.ts'
import type { CameLine, WhatCame } from '../what-came.ts'
import { type AnswerRequest, isReplied, requestsOf } from './answer-requests.store.ts'

/** What came of an application, with what its people were asked about its answers: in the order of time. */
export const withRequests =
  (whatCame: WhatCame): WhatCame =>
  async (db, of) => {
    const asked = of.access === 'write' ? await requestsOf(db, of.id) : []
    const lines = [...asked.map((request) => requestLine(of.reference, request)), ...(await whatCame(db, of))]
    return lines.sort((one, other) => (one.datetime ?? '').localeCompare(other.datetime ?? ''))
  }

function requestLine(reference: string, request: AnswerRequest): CameLine {
  const { number, dueAt, createdAt, closedAt } = request
  const waits = closedAt === null && !isReplied(request)
  return {
    title: waits
      ? `You are asked about your answers: reply by ${ukTime(dueAt)}`
      : `You were asked about your answers${isReplied(request) ? ', and replied' : ''}`,
    time: ukTime(createdAt),
    datetime: createdAt.toISOString(),
    link: {
      text: waits ? 'Reply' : 'What was asked, and what you replied',
      href: answerRequestPath(reference, number),
    },
  }
}
