import Type, { type Static } from 'typebox'
import { type Answer, text } from './answer.ts'

/**
 * What a program is told when something is wrong.
 *
 * @see RFC 9457
 */
export const problemSchema = Type.Object(
  {
    type: Type.Literal('about:blank'),
    title: Type.String({ description: 'What is wrong, in words.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    instance: Type.Optional(Type.String({ description: 'The request, as our log has it.' })),
    problems: Type.Optional(
      Type.Array(
        Type.Object(
          {
            at: Type.String({ description: 'Where, as a JSON pointer; empty for the whole.' }),
            text: Type.String({ description: 'What is wrong there.' }),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
)

export type Problem = Static<typeof problemSchema>

export const problemType = 'application/problem+json; charset=utf-8'

/** A problem as an answer. @param problems each with where it is */
export const problem = (
  status: number,
  title: string,
  problems?: Problem['problems'],
  headers: Readonly<Record<string, string>> = {},
): Answer =>
  text(
    JSON.stringify({ type: 'about:blank', title, status, ...(problems && { problems }) } satisfies Problem),
    problemType,
    { status, headers },
  )
