export const initiativeHref = (id: string) => `/initiatives/${encodeURIComponent(id)}`
export const partnerHref = (id: string) => `/partners/${encodeURIComponent(id)}`
export const treeHref = (id: string) => `/tree/${encodeURIComponent(id)}`
export const mapHref = (...ids: string[]) => `/map?${new URLSearchParams(ids.map((id) => ['of', id]))}`
