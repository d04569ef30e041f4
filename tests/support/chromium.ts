import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const howToGetChromium =
  'no Chromium: install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or name it in CHROMIUM_PATH'

/** What a browser needs to start here: no GPU, and often no user namespaces. */
export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader']

/** The Chromium or Chrome of this machine. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...found, ...applications].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
