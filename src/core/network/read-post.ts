import { done, type Result, refused } from '../result.ts'

/** What questions and posts are about. */
export const topics = ['options', 'legal', 'money', 'staff', 'procurement', 'governance', 'benefits', 'other'] as const
export type Topic = (typeof topics)[number]

export type PostProblem =
  | { readonly code: 'missing'; readonly field: 'title' | 'topic' | 'text' }
  | { readonly code: 'too-long'; readonly field: 'title' | 'text'; readonly most: number }

const longestTitle = 150
const longestText = 10_000

/** The text of a post from what was typed or sent. */
export function readPostText(typed: string): Result<string, PostProblem> {
  const text = typed.trim()
  if (text === '') return refused({ code: 'missing', field: 'text' })
  return text.length > longestText ? refused({ code: 'too-long', field: 'text', most: longestText }) : done(text)
}

/** What somebody asks or tells a network. */
export type NewThread = { readonly title: string; readonly topic: Topic; readonly text: string }

/** The same from what was typed, or everything that is wrong with it. */
export function readThread(typed: {
  readonly title: string
  readonly topic: string
  readonly text: string
}): Result<NewThread, PostProblem> {
  const problems: PostProblem[] = []
  const title = typed.title.trim()
  const topic = topics.find((each) => each === typed.topic)
  const text = readPostText(typed.text)
  if (title === '') problems.push({ code: 'missing', field: 'title' })
  if (title.length > longestTitle) problems.push({ code: 'too-long', field: 'title', most: longestTitle })
  if (topic === undefined) problems.push({ code: 'missing', field: 'topic' })
  if (!text.ok) problems.push(...text.problems)
  return problems.length > 0 || topic === undefined || !text.ok
    ? refused(...problems)
    : done({ title, topic, text: text.value })
}
