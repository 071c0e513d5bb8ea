import { depths } from '../../../../core/reviews/index.ts'
import { radios } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { depthWords } from '../../reviews.messages.ts'

/** How deep a review goes. */
export const depthField = (value: string, errors: readonly FieldText[]): SafeHtml =>
  radios({
    idPrefix: 'depth',
    name: 'depth',
    fieldset: { legend: { text: 'How deep does it go?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'You can change it at any time: each adds to the one before, and nothing is lost' },
    errorMessage: errorAt(errors, 'depth'),
    value,
    items: depths.map((depth) => ({
      value: depth,
      text: depthWords[depth].name,
      hint: { text: depthWords[depth].what },
    })),
  })
