import type { Translated } from '../../i18n/translated'
import type en from './texts.en'

const fr: Translated<typeof en> = {
  reports: {
    lead: 'Chacun répond à une question, pour un public, et sert une décision.',
    none: 'Il n’y a pas de rapport',
    noneHint: 'Les rapports apparaissent ici dès que l’API les décrit.',
  },
  report: {
    audience: 'Pour',
    decision: 'Sert la décision',
    show: 'Afficher',
    print: 'Imprimer',
    rows: 'Lignes',
    noRows: 'Aucune ligne.',
    readAt: 'Lu le {{when}}.',
    partial: 'Incomplet : {{parts}}',
    reason: {
      'no-answer-in-time': 'le service dont elle vient n’a pas répondu à temps',
      'left-alone': 'le service dont elle vient était en panne et est laissé en paix un moment',
      unreachable: 'le service dont elle vient est injoignable pour l’instant',
      refused: 'le service dont elle vient ne l’a pas donnée',
    },
    chooseFirst: 'Choisissez l’objet du rapport',
    chooseFirstHint: 'Les champs marqués d’une étoile sont nécessaires.',
    unknown: 'Ce rapport n’existe pas.',
  },
}

export default fr
