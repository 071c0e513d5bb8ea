/**
 * Whether an address is a service on GOV.UK, the only place where its brand may be used.
 *
 * @see https://design-system.service.gov.uk/components/header/
 * @example isGovUkServiceHost('https://apply.service.gov.uk') // => true
 */
export function isGovUkServiceHost(publicUrl: string | undefined): boolean {
  return publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).hostname.endsWith('.service.gov.uk')
}
