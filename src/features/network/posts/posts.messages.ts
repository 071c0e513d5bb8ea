import type { Topic } from '../../../core/network/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { WriteProblem } from './write-post.ts'

export const topicWords: Readonly<Record<Topic, string>> = {
  options: 'Options appraisal',
  legal: 'Legal form',
  money: 'Money and tax',
  staff: 'Staff and engagement',
  procurement: 'Procurement',
  governance: 'Governance and decisions',
  benefits: 'Benefits',
  other: 'Something else',
}

const names = { title: 'a title', topic: 'a topic', text: 'what you want to say' } as const

export function writeProblemText(problem: WriteProblem): FieldText {
  switch (problem.code) {
    case 'missing':
      return fieldText(problem.field, `${problem.field === 'topic' ? 'Select' : 'Enter'} ${names[problem.field]}`)
    case 'too-long':
      return fieldText(
        problem.field,
        `${problem.field === 'title' ? 'The title' : 'What you write'} must be ${problem.most} characters or less`,
      )
    case 'conduct-first':
      return fieldText('text', 'Read and accept the code of conduct before you post')
    case 'post-hidden':
      return fieldText('text', 'The post is hidden, and cannot be changed')
  }
}
