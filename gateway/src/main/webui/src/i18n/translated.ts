type ManyOf<Texts> = {
  [Key in keyof Texts as Key extends `${infer Name}_other` ? `${Name}_many` : never]: string
}

/**
 * The same texts in French: every key of the English ones and, beside each plural, the form for millions that French has
 * and English has not. A missing or superfluous key does not compile.
 */
export type Translated<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>
} & ManyOf<Texts>
