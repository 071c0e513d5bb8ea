import type { IsoDay } from '../time/day.ts'
import type { GgisAward, GgisColumn, GgisPayment, GgisScheme } from './ggis.ts'

/** Competed: by applications, in the words of the system's own list. */
export const allocationMethod = 'General Grants - Competed'

/** 31 March 2017 as `31/03/2017`. */
const day = (on: IsoDay | null): string => (on === null ? '' : on.split('-').reverse().join('/'))

const known = <Row>(heading: string, cell: GgisColumn<Row>['cell']): GgisColumn<Row> => ({
  heading,
  duty: 'required',
  cell,
})
const unknown = (heading: string): GgisColumn<unknown> => ({ heading, duty: 'required', cell: () => '' })
const optional = <Row>(heading: string, cell: GgisColumn<Row>['cell'] = () => ''): GgisColumn<Row> => ({
  heading,
  duty: 'optional',
  cell,
})

/** A scheme: the labels of the form on which one is entered by hand, in its order. */
export const ggisSchemeColumns: readonly GgisColumn<GgisScheme>[] = [
  known('Scheme Name', ({ name }) => name),
  optional('Scheme Reference No', ({ reference }) => reference),
  known('Scheme Value', ({ pounds }) => pounds),
  known('Scheme start date', ({ startsOn }) => day(startsOn)),
  known('Duration (years)', ({ years }) => years ?? ''),
  known('Senior Responsible Officer - Full Name', ({ seniorOfficer }) => seniorOfficer),
  known('Internal Grant Administrator email', ({ adminEmail }) => adminEmail),
  unknown('Authority Act'),
  optional('Other Authority Act'),
  known('Funder', ({ funder }) => funder),
  optional('Programme'),
  known('Scheme allocation method', () => allocationMethod),
  known('Target Location', () => 'England'),
  known('Recipient Sector', () => 'Local Government'),
  unknown('Considered by the Grants Advice Panel?'),
  optional('Intermediated'),
  unknown('Scheme risk profile'),
  unknown('Public funding source'),
  optional('Other public funding source'),
  unknown('Capital/ Resource'),
  optional('Related policy name'),
  known('Scheme aims and objectives', ({ objective }) => objective),
  unknown('Primary Purpose'),
  optional('Secondary Purpose'),
  optional('Purpose explanation'),
  unknown('COFOG L2'),
]

/**
 * Payments under awards. The system’s published files have none of payments, so these columns are ours, named after those of
 * awards: for whoever enters by hand what was paid.
 */
export const ggisPaymentColumns: readonly GgisColumn<GgisPayment>[] = [
  known('Scheme Reference No or System Scheme Reference No', ({ scheme }) => scheme),
  known('Grant Award Reference Number', ({ award }) => award),
  known('Recipient Name', ({ recipient }) => recipient),
  known('Payment Date', ({ on }) => day(on)),
  known('Payment Amount in GBP', ({ pounds }) => pounds),
  known('Payment Reference', ({ reference }) => reference),
]

const ofAnyIntermediary = (number: 1 | 2): readonly GgisColumn<unknown>[] =>
  ['Intermediary name', 'Intermediary Id', 'Intermediary Id Type', 'Intermediary Role'].map((heading) =>
    optional(`${heading} ${number}`),
  )

/** An award to an organisation: the columns of the file in which many are entered at once, in its order. */
export const ggisAwardColumns: readonly GgisColumn<GgisAward>[] = [
  known('Scheme Reference No or System Scheme Reference No', ({ scheme }) => scheme),
  optional('Grant Award Reference Number', ({ reference }) => reference),
  known('Grant Award Name', ({ name }) => name),
  known('Recipient Name', ({ recipient }) => recipient),
  known('Recipient ID', ({ recipientId }) => recipientId),
  known('Recipient ID Type', () => 'Other ID'),
  optional('Award Internal Grant Admin email', ({ adminEmail }) => adminEmail),
  // No address is kept here: the system takes the one that it has.
  known('Get existing organisation address', () => 'Yes'),
  ...['Address 1', 'Address 2', 'City', 'County', 'Country', 'Postal Code'].map((part) =>
    optional<unknown>(`Award ${part}`),
  ),
  known('Allocation Method', () => allocationMethod),
  known('Grant Award aims and Objectives', ({ objective }) => objective),
  known('Award Start Date', ({ startsOn }) => day(startsOn)),
  known('Award End Date', ({ endsOn }) => day(endsOn)),
  known('Total Amount in funding agreement in GBP', ({ pounds }) => pounds),
  unknown('CCoA L5'),
  unknown('Payment frequency'),
  optional('If Instalment payments'),
  unknown('Mode of payment'),
  unknown('Is the grant monitored?'),
  optional('Reason for no monitoring'),
  optional('Against criteria from grant agreement?'),
  optional('Mode of monitoring'),
  unknown('Risk Profile'),
  ...ofAnyIntermediary(1),
  ...ofAnyIntermediary(2),
]
