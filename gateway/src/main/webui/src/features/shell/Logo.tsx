/** Two circles that share a part: what departments own together. */
export function Logo() {
  return (
    <span className="j-logo">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <circle cx="12" cy="16" r="9" className="j-logo__one" />
        <circle cx="20" cy="16" r="9" className="j-logo__other" />
        <path d="M16 7.94a9 9 0 0 1 0 16.12 9 9 0 0 1 0-16.12z" className="j-logo__shared" />
      </svg>
      <span aria-hidden="true">Jointly</span>
    </span>
  )
}
