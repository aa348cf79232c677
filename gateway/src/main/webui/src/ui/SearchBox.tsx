import { SearchInput } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Searches when asked to: each search is an address, and half-typed words are none. */
export function SearchBox({
  value,
  onSearch,
  label,
}: {
  value: string
  onSearch: (value: string) => void
  label: string
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  return (
    <SearchInput
      className="j-search"
      aria-label={label}
      placeholder={label}
      value={text}
      resetButtonLabel={t('table.clear')}
      submitSearchButtonLabel={t('table.search')}
      onChange={(_event, next) => setText(next)}
      onSearch={() => onSearch(text.trim())}
      onClear={() => {
        setText('')
        onSearch('')
      }}
    />
  )
}
