/** The entries of a closed word list as options of a select. */
export function optionsOf(list: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}
