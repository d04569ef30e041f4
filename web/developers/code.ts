const question = '{ search(text: \\"accorderie paris\\", first: 3) { id kind name context } }'

/** A line for a terminal that asks this very server. */
export const curl = (origin: string) =>
  `curl -s ${origin}/graphql -H 'content-type: application/json' \\\n  -d '{"query":"${question}"}'`

/** Lines for a notebook: all initiatives as rows, by what Python brings along. */
export const python = (origin: string) => `import json
from urllib.request import Request, urlopen

query = '''{ initiativeTable(first: 50000) {
  initiatives { id name status startedOn territories themes }
} }'''
body = json.dumps({'query': query}).encode()
headers = {'content-type': 'application/json'}
answer = urlopen(Request('${origin}/graphql', body, headers))
rows = json.load(answer)['data']['initiativeTable']['initiatives']`

/** What `federation.yaml` says when the subgraph of the example runs on the same machine. */
export const federation = `subgraphs:
  - { name: register, url: 'http://127.0.0.1:4500/' }`

/** The question that each file of the examples begins with, and the anchor by which the editor opens it. */
export function examplesOf(files: Record<string, string>): { key: string; question: string }[] {
  return Object.entries(files).map(([path, text]) => ({
    key: path.replace(/^.*\/|\.graphql$/g, ''),
    question: /^# (.+)/.exec(text)?.[1] ?? path,
  }))
}
