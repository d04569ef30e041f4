/** What the API refuses more of; a test holds that these are its own. */
export const limits = {
  kilobytes: 256,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  list: 100,
  picture: 50_000,
  seconds: 10,
} as const
