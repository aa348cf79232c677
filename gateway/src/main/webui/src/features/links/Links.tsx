import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TypedLink } from '../../api/types'
import { placeOf } from '../../paths'
import { Tag } from '../../ui/Tag'

/** What a record points to. A link whose owner could not be asked yet says so. */
export function Links({ links }: { links: TypedLink[] }) {
  return (
    <ul className="j-links">
      {links.map((link) => (
        <li key={link.link}>
          <LinkTo link={link.link} />
          {link.verified === false && <Unverified />}
        </li>
      ))}
    </ul>
  )
}

function Unverified() {
  const { t } = useTranslation()
  return <Tag tone="warn">{t('links.unverified')}</Tag>
}

export function LinkTo({ link }: { link: string }) {
  const { t } = useTranslation()
  const [kind = '', ...rest] = link.split(':')
  const reference = rest.join(':')
  const place = placeOf(link)
  const named = kinds.find((one) => one === kind)
  const words = (
    <>
      {named && <span className="j-quiet">{t(`links.kind.${named}`)} </span>}
      {reference}
    </>
  )
  return place ? <Link to={place}>{words}</Link> : <span>{words}</span>
}

const kinds = ['value-stream', 'objective', 'key-result', 'escalation', 'decision', 'department', 'service', 'cycle'] as const
