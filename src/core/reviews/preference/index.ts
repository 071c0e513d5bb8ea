export {
  type Departure,
  departureOf,
  departureSheetId,
  departureWords,
  isUnexplained,
  reasonForDeparture,
} from './departure.ts'
export { preferredOptionOf } from './preferred-option.ts'
