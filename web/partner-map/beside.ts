/** What stands beside a map is fetched when it is first wanted. */
export const beside = () => import('./beside/MapBeside.svelte')
