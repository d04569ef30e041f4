/** True for whoever asked their device for less motion. */
export const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
