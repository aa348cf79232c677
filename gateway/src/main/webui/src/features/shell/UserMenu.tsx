import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { useDepartmentName } from '../departments/queries'

export function UserMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const nameOf = useDepartmentName()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const roles = [
    ...session.headOf.map((code) => t('shell.headOf', { department: nameOf(code) })),
    ...(session.isSponsor ? [t('shell.sponsor')] : []),
    ...(session.isAdmin ? [t('shell.admin')] : []),
  ]
  const name = session.name || session.username
  return (
    <Dropdown
      isOpen={open}
      onSelect={() => setOpen(false)}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className="j-user">
            <span className="j-user__mark" aria-hidden="true">
              {initials(name)}
            </span>
            <span className="j-user__name">{name}</span>
          </span>
        </MenuToggle>
      )}
    >
      <DropdownList>
        {roles.map((role, index) => (
          <DropdownItem
            key={role}
            onClick={() => {
              const code = session.headOf[index]
              if (code) void navigate(paths.department(code))
            }}
            isDisabled={!session.headOf[index]}
          >
            {role}
          </DropdownItem>
        ))}
        <DropdownItem to="/logout">{t('shell.signOut')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}

export function initials(name: string) {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('')
}
