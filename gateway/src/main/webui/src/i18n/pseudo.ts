interface Texts {
  [key: string]: string | Texts
}

const accents: Record<string, string> = {
  a: 'á', e: 'é', i: 'î', o: 'õ', u: 'ü', y: 'ÿ', c: 'ç', n: 'ñ', s: 'š', z: 'ž',
  A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Ü', C: 'Ç', N: 'Ñ', S: 'Š',
}

/** A language that nobody speaks: each word with accents and longer by 40 %, so that what does not fit shows. */
export function pseudo(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? stretched(text) : pseudo(text)]),
  )
}

// What is filled in later stays as it is.
const stretched = (text: string) =>
  text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/\p{L}+/gu, longer)))
    .join('')

function longer(word: string) {
  const accented = [...word].map((letter) => accents[letter] ?? letter).join('')
  return accented + accented.slice(-1).toLowerCase().repeat(Math.ceil(word.length * 0.4))
}
