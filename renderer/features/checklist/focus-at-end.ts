/** Gives a text field the focus, with the caret behind what stands in it. */
export function focusAtEnd(field: HTMLTextAreaElement | null | undefined): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
