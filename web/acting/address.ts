/** What an address says to act in one's own name again, wherever one came from. */
export const myself = 'me'

/** The subject in whose name a page is seen, from the query of its address; null in one's own. */
export const subjectIn = (search: string): string | null => {
  const asked = new URLSearchParams(search).get('for')
  return asked && asked !== myself ? asked : null
}

/**
 * The query of a link on a page whose own query is `here`: it keeps in whose name one acts, unless the link itself says for
 * whom. `?for=me` leads back to oneself and leaves nothing in the address.
 */
export const keptFor = (search: string, here: string): string => {
  const query = new URLSearchParams(search)
  const asked = query.get('for')
  const kept = subjectIn(here)
  if (asked === myself) query.delete('for')
  else if (asked === null && kept) query.set('for', kept)
  else return search
  return query.size > 0 ? `?${query}` : ''
}
