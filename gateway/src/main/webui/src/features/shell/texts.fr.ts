import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  nav: {
    today: 'Aujourd’hui',
    streams: 'Chaînes de valeur',
    signals: 'Signaux',
    objectives: 'Objectifs',
    escalations: 'Escalades',
    decisions: 'Décisions',
    reports: 'Rapports',
    organisation: 'Organisation',
    departments: 'Directions',
    services: 'Services',
    administration: 'Administration',
  },
  shell: {
    skip: 'Aller au contenu',
    menu: 'Menu',
    home: 'Jointly, vers Aujourd’hui',
    navigation: 'Principale',
    breadcrumb: 'Où vous êtes',
    loading: 'Chargement',
    dark: 'Passer au thème sombre',
    light: 'Passer au thème clair',
    headOf: 'Responsable : {{department}}',
    sponsor: 'Sponsor exécutif',
    admin: 'Administrateur',
    signOut: 'Se déconnecter',
  },
  refused: {
    home: 'Aller à Aujourd’hui',
    notFound: {
      title: 'Il n’y a rien ici',
      text: 'L’adresse est fausse, ou ce qui se trouvait ici a été retiré.',
    },
    forbidden: {
      title: 'Cette page ne vous est pas ouverte',
      text: 'Vous êtes connecté, mais votre rôle ne donne pas accès à cette page.',
    },
    failed: {
      title: 'Cette page ne peut pas être affichée',
      text: 'Un élément nécessaire n’a pas répondu. Rien n’a été perdu ni modifié.',
    },
  },
}

export default fr
