/** Not there, or not for this person: the same page for both, so that nobody can tell which. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Something outside the service failed: worth trying again, and answered with 503. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** @example throw notFound('application') */
export const notFound = (what: string): NotFound => new NotFound(`${what} not found, or not for this person`)
