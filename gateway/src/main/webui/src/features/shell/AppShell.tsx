import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Nav,
  NavGroup,
  NavItem,
  NavList,
  Page,
  PageSection,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
} from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { PageGuard } from './PageGuard'
import { LanguageSwitch } from './LanguageSwitch'
import { Logo } from './Logo'
import { ThemeSwitch } from './ThemeSwitch'
import { UserMenu } from './UserMenu'

const wide = '(min-width: 75rem)'

export function AppShell() {
  const { t } = useTranslation()
  const { isAdmin } = useSession()
  const { pathname } = useLocation()
  const navigation = useNavigation()
  const [menu, setMenu] = useState(() => ({ open: window.matchMedia(wide).matches, at: '' }))
  // On a narrow screen the menu lies over the page: it belongs to the page it was opened on, and goes away with it.
  const open = menu.open && (menu.at === pathname || window.matchMedia(wide).matches)

  const item = (to: string, name: string) => {
    const here = to === '/' ? pathname === '/' : pathname.startsWith(to)
    return (
      <NavItem key={to} isActive={here}>
        <NavLink to={to} end={to === '/'}>
          {name}
        </NavLink>
      </NavItem>
    )
  }

  return (
    <Page
      mainContainerId="main"
      mainTabIndex={-1}
      skipToContent={<SkipToContent href="#main">{t('shell.skip')}</SkipToContent>}
      masthead={
        <Masthead className="j-masthead" display={{ default: 'inline' }}>
          <MastheadMain>
            <MastheadToggle>
              <PageToggleButton
                isHamburgerButton
                aria-label={t('shell.menu')}
                isSidebarOpen={open}
                onSidebarToggle={() => setMenu({ open: !open, at: pathname })}
              />
            </MastheadToggle>
            <MastheadBrand>
              <MastheadLogo
                component={(props) => <Link {...props} to={paths.today()} aria-label={t('shell.home')} />}
              >
                <Logo />
              </MastheadLogo>
            </MastheadBrand>
          </MastheadMain>
          <MastheadContent>
            <div className="j-masthead__tools">
              <LanguageSwitch />
              <ThemeSwitch />
              <UserMenu />
            </div>
          </MastheadContent>
        </Masthead>
      }
      sidebar={
        <PageSidebar isSidebarOpen={open}>
          <PageSidebarBody>
            <Nav aria-label={t('shell.navigation')}>
              <NavList>
                {item(paths.today(), t('nav.today'))}
                {item(paths.streams(), t('nav.streams'))}
                {item(paths.signals(), t('nav.signals'))}
                {item(paths.objectives(), t('nav.objectives'))}
                {item(paths.escalations(), t('nav.escalations'))}
                {item(paths.decisions(), t('nav.decisions'))}
                {item(paths.reports(), t('nav.reports'))}
              </NavList>
              <NavGroup title={t('nav.organisation')}>
                {item(paths.departments(), t('nav.departments'))}
                {item(paths.services(), t('nav.services'))}
                {isAdmin && item(paths.administration(), t('nav.administration'))}
              </NavGroup>
            </Nav>
          </PageSidebarBody>
        </PageSidebar>
      }
    >
      <PageSection className="j-main" hasBodyWrapper={false}>
        <div
          className={navigation.state === 'loading' ? 'j-loading j-loading--on' : 'j-loading'}
          role="progressbar"
          aria-label={t('shell.loading')}
          aria-hidden={navigation.state !== 'loading'}
        />
        <PageGuard key={pathname.split("/").slice(0, 3).join("/")}>
          <Outlet />
        </PageGuard>
      </PageSection>
      <ScrollRestoration />
    </Page>
  )
}
