package io.jointly.gateway.report;

/**
 * What the report says of itself, in every language that people read it in. The portal knows no
 * report: it takes titles from the API description, and their translations from here. A label is
 * found by its English title, or by the value that it stands for.
 */
final class FlowAndHandoffsTexts {
    static final String REPORT =
            """
            {"title":"Flow and handoffs",
             "audience":"Joint owners of a value stream and their sponsors",
             "question":"Where does work wait, bounce and change hands between us, and what does it cost in time?",
             "decision":"Which handoff we shorten, merge or remove first, and whether it needs an escalation",
             "translations":{"fr":{
              "title":"Flux et passages de main",
              "description":"Combien de temps le travail prend de bout en bout, combien de fois il change de mains, où il attend le plus et où il fait du ping-pong. Quand un service ne répond pas, le reste du rapport vient quand même et nomme ce qui manque.",
              "audience":"Copropriétaires d’une chaîne de valeur et leurs sponsors",
              "question":"Où le travail attend-il, fait-il du ping-pong et change-t-il de mains entre nous, et combien de temps cela coûte-t-il ?",
              "decision":"Quel passage de main nous raccourcissons, fusionnons ou supprimons en premier, et s’il faut une escalade",
              "labels":{
               "Flow and handoffs":"Flux et passages de main",
               "Value stream":"Chaîne de valeur",
               "Code":"Code",
               "Code of the value stream":"Code de la chaîne de valeur",
               "By team or department":"Par équipe ou direction",
               "team":"Équipes",
               "department":"Directions",
               "From":"De",
               "To":"À",
               "Begin":"Début",
               "End":"Fin",
               "Pairs shown at most":"Paires affichées au plus",
               "Flow":"Flux",
               "Handoffs":"Passages de main",
               "Handoff":"Passage de main",
               "Missing parts":"Parties manquantes",
               "Missing part":"Partie manquante",
               "Part":"Partie",
               "Kind of reason":"Nature de la raison",
               "no-answer-in-time":"Pas de réponse à temps",
               "left-alone":"Laissé en paix",
               "unreachable":"Injoignable",
               "refused":"Refusé",
               "Reason":"Raison",
               "Composed at":"Établi le",
               "Departments":"Directions",
               "Outcome":"Résultat",
               "Codes of the owner departments":"Codes des directions propriétaires",
               "Owner departments":"Directions propriétaires",
               "Work items":"Dossiers",
               "Done":"Terminés",
               "Open":"Ouverts",
               "Events":"Événements",
               "Flow time":"Temps de traversée",
               "Flow efficiency":"Efficacité du flux",
               "Ping-pong":"Ping-pong",
               "SLA":"SLA",
               "Figures as of":"Chiffres au",
               "Mean flow time":"Temps de traversée moyen",
               "Median flow time":"Temps de traversée médian",
               "85th percentile of flow time":"85e centile du temps de traversée",
               "95th percentile of flow time":"95e centile du temps de traversée",
               "Handoffs per work item":"Passages par dossier",
               "Work items with a handoff":"Dossiers avec passage de main",
               "Most handoffs in one work item":"Le plus de passages pour un dossier",
               "Work items with ping-pong":"Dossiers avec ping-pong",
               "Ping-pong occurrences":"Ping-pongs",
               "Share of work items with ping-pong":"Part des dossiers avec ping-pong",
               "Work items with an SLA result":"Dossiers avec résultat SLA",
               "Work items that met their SLA":"Dossiers qui ont tenu leur SLA",
               "Share that met the SLA":"Part qui a tenu le SLA",
               "Pairs that hand over":"Paires qui se passent le travail",
               "Most frequent pairs":"Paires les plus fréquentes",
               "More pairs than shown":"Plus de paires qu’affichées",
               "Code of the giver":"Code de qui passe la main",
               "Code of the taker":"Code de qui prend la main",
               "Mean wait":"Attente moyenne",
               "85th percentile of the wait":"85e centile de l’attente"
              }}}}
            """;

    private FlowAndHandoffsTexts() {}
}
