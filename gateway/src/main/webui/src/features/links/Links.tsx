import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TypedLink } from '../../api/types'
import { placeOf } from '../../paths'
import { Tag, type Tone } from '../../ui/Tag'
import { allStreamsQuery } from '../streams/queries'

/** What a record points to. A link whose owner could not be asked yet says so. */
export function Links({ links }: { links: TypedLink[] }) {
  return (
    <ul className="j-links">
      {links.map((link) => (
        <li key={link.link}>
          <LinkTo link={link.link} />
          {link.missing ? (
            <LinkNote tone="bad" note="missing" />
          ) : (
            !link.verified && <LinkNote tone="warn" note="unverified" />
          )}
        </li>
      ))}
    </ul>
  )
}

function LinkNote({ tone, note }: { tone: Tone; note: 'missing' | 'unverified' }) {
  const { t } = useTranslation()
  return (
    <>
      {' '}
      <Tag tone={tone}>{t(`links.${note}`)}</Tag>
    </>
  )
}

/** A typed link in words; `bare` where the sentence around it says already what kind of thing it is. */
export function LinkTo({ link, bare }: { link: string; bare?: boolean }) {
  const { t } = useTranslation()
  const [kind = '', ...rest] = link.split(':')
  const reference = rest.join(':')
  const place = placeOf(link)
  const named = kinds.find((one) => one === kind)
  const streams = useQuery({ ...allStreamsQuery, enabled: kind === 'value-stream' })
  const name = streams.data?.find((stream) => stream.code === reference)?.name ?? reference
  return (
    <>
      {named && !bare && <span className="j-quiet">{t(`links.kind.${named}`)} </span>}
      {place ? <Link to={place}>{name}</Link> : name}
    </>
  )
}

const kinds = ['value-stream', 'objective', 'key-result', 'escalation', 'decision', 'department', 'service', 'cycle'] as const
