/** `4:58pm`, in UK time. */
export function clockTime(at: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: 'Europe/London',
  })
  return format.format(at).replace(/\s/g, '').toLowerCase()
}

/** `3 March`, in UK time. */
export function dayAndMonth(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' }).format(at)
}
