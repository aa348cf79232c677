/** How far something is, from nought to one, on a line with the marks of the three zones. */
export function Track({ share, label, zones }: { share: number; label: string; zones?: boolean }) {
  const filled = Math.max(0, Math.min(1, share)) * 200
  const tone = !zones ? 'plain' : share >= 0.7 ? 'green' : share >= 0.4 ? 'yellow' : 'red'
  return (
    <svg
      className={`j-track j-track--${tone}`}
      viewBox="0 0 200 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <rect className="j-track__whole" width="200" height="8" rx="2" />
      <rect className="j-track__part" width={Math.max(filled, filled > 0 ? 2 : 0)} height="8" rx="2" />
      {zones && (
        <>
          <line className="j-track__zone" x1="80" x2="80" y1="0" y2="8" />
          <line className="j-track__zone" x1="140" x2="140" y1="0" y2="8" />
        </>
      )}
    </svg>
  )
}
