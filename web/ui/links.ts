export const initiativeHref = (id: string) => `/initiatives/${encodeURIComponent(id)}`
export const partnerHref = (id: string) => `/partners/${encodeURIComponent(id)}`
export const territoryHref = (code: string) => `/territories/${encodeURIComponent(code)}`
export const commonsHref = (id: string) => `/commons/${encodeURIComponent(id)}`
/** The sheet of a network; the id of one of its programmes leads to the same sheet, at that programme. */
export const networkHref = (id: string) => `/networks/${encodeURIComponent(id)}`
/** The place of a programme in the sheet of the network that runs it. */
export const programmeHref = (network: string, id: string) =>
  `${networkHref(network)}#${encodeURIComponent(id)}`
/** The map of what lies inside a territory, with one of these selected. */
export const insideHref = (code: string, selected?: string) =>
  `/territories?${new URLSearchParams({ inside: code, ...(selected && { selected }) })}`
export const treeHref = (id: string) => `/tree/${encodeURIComponent(id)}`
export const mapHref = (...ids: string[]) => `/map?${new URLSearchParams(ids.map((id) => ['of', id]))}`
/** A whole list, narrowed: `listHref('initiatives', { territory: 'cog:29019' })`. */
export const listHref = (noun: 'initiatives' | 'partners', narrowed: Record<string, string>) =>
  `/${noun}?${new URLSearchParams(narrowed)}`
/** The map of territories with what one network recorded, of France or of the world. */
export const recordedMapHref = (network: string, level: 'REGION' | 'COUNTRY') =>
  `/territories?${new URLSearchParams({ ...(level === 'COUNTRY' && { level }), by: network })}`
/** Two initiatives side by side; with one, the page asks for the other. */
export const compareHref = (...ids: string[]) =>
  `/compare?${new URLSearchParams(ids.map((id) => ['of', id]))}`
