/** What the API says of itself. */
export const aboutApi = (origin: string) => ({
  title: 'Delivering Differently: public facts and calculators',
  version: '1.0.0',
  description: [
    'What is public about funds, their rounds and awards, and the arithmetic that decides something, for programs. No key is needed.',
    'Amounts are whole pounds, instants are in UTC, days are as in the United Kingdom. What is `illustrative` is made up.',
    'Lists come in pages: follow `next` until it is null. Send the `ETag` of what you have as `If-None-Match`, and what has not changed is answered with 304 and no body.',
    'Anything in a query that is not known is refused with what is wrong about it. Fields may be added to answers; none is renamed or taken away in this version.',
  ].join('\n\n'),
  licence: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  server: origin,
})
