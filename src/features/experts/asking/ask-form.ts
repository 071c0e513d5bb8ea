import type { Form } from '../../../core/forms/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import { onePageForm } from '../read-posted.ts'
import { subjectQuestions } from '../subject-questions.ts'

/** What a council is asked about its question. @param today the first day by which an answer can be wanted */
export const askForm = (
  awards: readonly { readonly reference: string; readonly organisation: string }[],
  today: IsoDay,
): Form =>
  onePageForm('ask', 'Ask an expert', [
    ...(awards.length > 1
      ? [
          {
            type: 'radios' as const,
            id: 'award',
            label: 'Under which award do you ask?',
            shortName: 'the award',
            required: true,
            options: awards.map(({ reference, organisation }) => ({
              value: reference,
              label: `${reference}, ${organisation}`,
            })),
          },
        ]
      : []),
    {
      type: 'short-text',
      id: 'title',
      label: 'Your question in a line',
      required: true,
      max: 120,
      shortName: 'your question in a line',
    },
    {
      type: 'long-text',
      id: 'words',
      label: 'What do you want to know?',
      hint: 'Say what you know already and what you would do with the answer',
      shortName: 'what you want to know',
      required: true,
      maxWords: 500,
    },
    ...subjectQuestions({
      areas: 'Which service is it about?',
      models: 'Which delivery models?',
      disciplines: 'What should the expert be by training or work?',
    }),
    {
      type: 'whole-number',
      id: 'hours',
      label: 'How many hours do you want to talk with the expert?',
      hint: 'Leave it blank if an answer in writing is enough. You choose when, once an expert has taken the question',
      shortName: 'how many hours you want',
      min: 1,
      max: 8,
    },
    {
      type: 'date',
      id: 'wanted',
      label: 'By which day do you need it?',
      shortName: 'the day by which you need it',
      min: today,
    },
  ])
