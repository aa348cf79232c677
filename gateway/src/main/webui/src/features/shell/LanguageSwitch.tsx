import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { switchLanguage } from '../../i18n'

/** Offers the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <Button
      variant="plain"
      lang={other}
      className="j-language"
      onClick={() => void switchLanguage(other)}
    >
      {other === 'fr' ? 'Français' : 'English'}
    </Button>
  )
}
