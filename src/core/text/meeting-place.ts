const address = /^(?:[a-z][a-z\d+.-]*:\/\/|(?:javascript|data|file|vbscript):\S)/i
const secure = /^https:\/\/[^\s/?#]/i

/**
 * Whether a place where people meet is a room, or an address of a video meeting that is encrypted.
 *
 * @param place as typed
 * @example isMeetingPlace('Room 2: ring the bell') // => true
 * @example isMeetingPlace('https://meet.example/abc, code 12') // => true
 * @example isMeetingPlace('http://meet.example/abc') // => false
 */
export function isMeetingPlace(place: string): boolean {
  const text = place.trim()
  return !address.test(text) || secure.test(text)
}
