const en = {
  nav: {
    today: 'Today',
    streams: 'Value streams',
    signals: 'Signals',
    objectives: 'Objectives',
    escalations: 'Escalations',
    decisions: 'Decisions',
    reports: 'Reports',
    organisation: 'Organisation',
    departments: 'Departments',
    services: 'Services',
    administration: 'Administration',
  },
  shell: {
    skip: 'Skip to content',
    menu: 'Menu',
    home: 'Jointly, to Today',
    navigation: 'Main',
    breadcrumb: 'Where you are',
    loading: 'Loading',
    dark: 'Switch to the dark theme',
    light: 'Switch to the light theme',
    headOf: 'Head of {{department}}',
    sponsor: 'Executive sponsor',
    admin: 'Administrator',
    signOut: 'Sign out',
  },
  refused: {
    home: 'Go to Today',
    notFound: {
      title: 'There is nothing here',
      text: 'The address is wrong, or what stood here has been removed.',
    },
    forbidden: {
      title: 'This is not open to you',
      text: 'You are signed in, but your role does not reach this page.',
    },
    failed: {
      title: 'This page cannot be shown',
      text: 'Something it needs did not answer. Nothing was lost or changed.',
    },
  },
}

export default en
