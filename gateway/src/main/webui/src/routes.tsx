import type { RouteObject } from 'react-router'
import { AppShell } from './features/shell/AppShell'
import { Root } from './features/shell/Root'
import { NotFound, RouteError } from './features/shell/Refused'

/** Every place of the portal. Each page is loaded when it is first visited. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    hydrateFallbackElement: <></>,
    children: [
      {
        element: <AppShell />,
        errorElement: <RouteError />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('./features/today/TodayPage')).TodayPage }) },
              { path: 'value-streams', lazy: async () => ({ Component: (await import('./features/streams/StreamsPage')).StreamsPage }) },
              {
                path: 'value-streams/:code',
                lazy: async () => ({ Component: (await import('./features/streams/StreamPage')).StreamPage }),
                children: [
                  { index: true, lazy: async () => ({ Component: (await import('./features/streams/OverviewTab')).OverviewTab }) },
                  { path: 'handoffs', lazy: async () => ({ Component: (await import('./features/streams/HandoffsTab')).HandoffsTab }) },
                  { path: 'map', lazy: async () => ({ Component: (await import('./features/streammap/MapTab')).MapTab }) },
                  { path: 'customers', lazy: async () => ({ Component: (await import('./features/streammap/CustomersTab')).CustomersTab }) },
                  { path: 'meetings', lazy: async () => ({ Component: (await import('./features/streammap/MeetingsTab')).MeetingsTab }) },
                  { path: 'trends', lazy: async () => ({ Component: (await import('./features/flow/TrendsTab')).TrendsTab }) },
                  { path: 'distribution', lazy: async () => ({ Component: (await import('./features/flow/DistributionTab')).DistributionTab }) },
                  { path: 'queues', lazy: async () => ({ Component: (await import('./features/flow/QueuesTab')).QueuesTab }) },
                  { path: 'together', lazy: async () => ({ Component: (await import('./features/flow/TogetherTab')).TogetherTab }) },
                  { path: 'automation', lazy: async () => ({ Component: (await import('./features/flow/AutomationTab')).AutomationTab }) },
                  { path: 'types', lazy: async () => ({ Component: (await import('./features/flow/TypesTab')).TypesTab }) },
                  { path: 'rules', lazy: async () => ({ Component: (await import('./features/flow/RulesTab')).RulesTab }) },
                  { path: 'work-items', lazy: async () => ({ Component: (await import('./features/streams/WorkItemsTab')).WorkItemsTab }) },
                  { path: 'import', lazy: async () => ({ Component: (await import('./features/imports/ImportTab')).ImportTab }) },
                ],
              },
              { path: 'value-streams/:code/work-items/:id', lazy: async () => ({ Component: (await import('./features/streams/WorkItemPage')).WorkItemPage }) },
              { path: 'signals', lazy: async () => ({ Component: (await import('./features/signals/SignalsPage')).SignalsPage }) },
              { path: 'pain-points/:ref', lazy: async () => ({ Component: (await import('./features/streammap/PainPointPage')).PainPointPage }) },
              { path: 'objectives', lazy: async () => ({ Component: (await import('./features/objectives/ObjectivesPage')).ObjectivesPage }) },
              { path: 'objectives/new', lazy: async () => ({ Component: (await import('./features/objectives/NewObjectivePage')).NewObjectivePage }) },
              { path: 'objectives/:ref', lazy: async () => ({ Component: (await import('./features/objectives/ObjectivePage')).ObjectivePage }) },
              { path: 'objectives/:ref/key-results/new', lazy: async () => ({ Component: (await import('./features/objectives/NewKeyResultPage')).NewKeyResultPage }) },
              { path: 'key-results/:ref', lazy: async () => ({ Component: (await import('./features/objectives/KeyResultPage')).KeyResultPage }) },
              { path: 'escalations', lazy: async () => ({ Component: (await import('./features/escalations/EscalationsPage')).EscalationsPage }) },
              { path: 'escalations/new', lazy: async () => ({ Component: (await import('./features/escalations/RaisePage')).RaisePage }) },
              { path: 'escalations/:ref', lazy: async () => ({ Component: (await import('./features/escalations/EscalationPage')).EscalationPage }) },
              { path: 'decisions', lazy: async () => ({ Component: (await import('./features/decisions/DecisionsPage')).DecisionsPage }) },
              { path: 'decisions/new', lazy: async () => ({ Component: (await import('./features/decisions/OpenDecisionPage')).OpenDecisionPage }) },
              { path: 'decisions/:ref', lazy: async () => ({ Component: (await import('./features/decisions/DecisionPage')).DecisionPage }) },
              { path: 'departments', lazy: async () => ({ Component: (await import('./features/departments/DepartmentsPage')).DepartmentsPage }) },
              { path: 'departments/:code', lazy: async () => ({ Component: (await import('./features/departments/DepartmentPage')).DepartmentPage }) },
              { path: 'services', lazy: async () => ({ Component: (await import('./features/services/ServicesPage')).ServicesPage }) },
              { path: 'services/:code', lazy: async () => ({ Component: (await import('./features/services/ServicePage')).ServicePage }) },
              { path: 'reports', lazy: async () => ({ Component: (await import('./features/reports/ReportsPage')).ReportsPage }) },
              { path: 'reports/:id', lazy: async () => ({ Component: (await import('./features/reports/ReportPage')).ReportPage }) },
              {
                path: 'administration',
                lazy: async () => ({ Component: (await import('./features/administration/AdministrationPage')).AdministrationPage }),
                children: [
                  { index: true, lazy: async () => ({ Component: (await import('./features/administration/DepartmentsTab')).DepartmentsTab }) },
                  { path: 'cycles', lazy: async () => ({ Component: (await import('./features/administration/CyclesTab')).CyclesTab }) },
                  { path: 'audit', lazy: async () => ({ Component: (await import('./features/administration/AuditTab')).AuditTab }) },
                ],
              },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
]
