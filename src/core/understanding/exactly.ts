const decimals = 1e6

/** The same with every number rounded to six decimals: what is shown needs fewer, and what is hashed no dust. */
export function exactly<Value>(value: Value): Value {
  if (typeof value === 'number') return (Math.round(value * decimals) / decimals + 0) as Value
  if (Array.isArray(value)) return value.map(exactly) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, exactly(each)])) as Value
}
