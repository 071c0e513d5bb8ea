import type { Form } from '../../../core/forms/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import { onePageForm } from '../read-posted.ts'

/** From which to which hour of a day experts can offer hours. */
const [firstHour, lastHour] = [8, 20]

const hourOptions = Array.from({ length: lastHour - firstHour + 1 }, (_, index) => ({
  value: String(firstHour + index),
  label: `${String(firstHour + index).padStart(2, '0')}:00`,
}))

/** When an expert can be booked, a day at a time. */
export const hoursForm = (today: IsoDay): Form =>
  onePageForm('hours', 'When you can be booked', [
    { type: 'date', id: 'day', label: 'On which day?', shortName: 'the day', required: true, min: today },
    {
      type: 'select',
      id: 'from',
      label: 'From',
      shortName: 'from when',
      required: true,
      options: hourOptions.slice(0, -1),
    },
    {
      type: 'select',
      id: 'to',
      label: 'Until',
      shortName: 'until when',
      required: true,
      options: hourOptions.slice(1),
    },
  ])
