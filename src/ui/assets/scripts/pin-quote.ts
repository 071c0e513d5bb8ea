/**
 * Takes a passage that is selected in an answer over into the box from which it is pinned, for the criterion beside which
 * the answer stands. What somebody typed there themselves stays.
 */
export function startPins(form: HTMLFormElement): void {
  const taken = new WeakMap<HTMLTextAreaElement, string>()
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const text = selection?.toString().trim() ?? ''
    if (selection === null || text === '') return
    const answer = sharedAnswer(selection)
    const box = answer && form.querySelector<HTMLTextAreaElement>(`[data-quote-for="${answer.dataset.quotable}"]`)
    if (!box || (box.value !== '' && box.value !== taken.get(box))) return
    box.value = text
    taken.set(box, text)
  })
}

/** The answers in which the whole selection lies. */
function sharedAnswer({ anchorNode, focusNode }: Selection): HTMLElement | undefined {
  const around = (node: Node | null): HTMLElement | null =>
    (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>('[data-quotable]') ?? null
  const [from, to] = [around(anchorNode), around(focusNode)]
  return from !== null && from === to ? from : undefined
}
