import { Button } from '@patternfly/react-core'
import MoonIcon from '@patternfly/react-icons/dist/esm/icons/moon-icon'
import SunIcon from '@patternfly/react-icons/dist/esm/icons/sun-icon'
import { useTranslation } from 'react-i18next'
import { useTheme } from './theme'

export function ThemeSwitch() {
  const { t } = useTranslation()
  const [theme, choose] = useTheme()
  const next = theme === 'dark' ? 'light' : 'dark'
  return (
    <Button
      variant="plain"
      aria-label={t(next === 'dark' ? 'shell.dark' : 'shell.light')}
      icon={next === 'dark' ? <MoonIcon /> : <SunIcon />}
      onClick={() => choose(next)}
    />
  )
}
