/** How high a sheet at the foot of a phone may be, in pixels: as `SideSheet` has it. */
export const sheetHeight = () => Math.min(368, innerHeight * 0.62)
