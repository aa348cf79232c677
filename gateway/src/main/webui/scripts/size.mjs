// The first page must arrive fast: what index.html loads, gzipped, stays inside the budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budget = { js: 230, css: 105 }
const out = process.env.JOINTLY_PORTAL_OUT ?? '../../../target/classes/META-INF/resources'
const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8'))
const first = new Set()
const css = new Set()

function visit(key) {
  const chunk = manifest[key]
  if (first.has(chunk.file)) return
  first.add(chunk.file)
  for (const sheet of chunk.css ?? []) css.add(sheet)
  for (const dependency of chunk.imports ?? []) visit(dependency)
}

// The page itself, the landing page's own part, and one language.
visit('index.html')
visit('src/features/today/TodayPage.tsx')
visit('src/i18n/fr.ts')
const kilobytes = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${out}/${file}`), { level: 9 }).length, 0) / 1000
const size = { js: kilobytes(first), css: kilobytes(css) }
for (const kind of ['js', 'css']) {
  console.log(`first load ${kind}: ${size[kind].toFixed(1)} kB gz of ${budget[kind]} kB`)
}
if (size.js > budget.js || size.css > budget.css) {
  console.error('Over budget: load something later, or leave something out.')
  process.exit(1)
}
