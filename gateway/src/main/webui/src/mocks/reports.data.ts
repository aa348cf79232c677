/** A merged OpenAPI document with one report, and the report's answer: shaped like the gateway's. */
export const openApi = {
  openapi: '3.1.0',
  paths: {
    '/api/reports/v1/flow-and-handoffs': {
      get: {
        operationId: 'reportFlowAndHandoffs',
        summary: 'Flow and handoffs of a value stream',
        description: 'How long work takes from end to end, and where it waits between hands.',
        'x-report': {
          audience: 'Executive sponsors and heads of the departments in the stream',
          question: 'Where does the work of this stream wait?',
          decision: 'Which handoff to take away first',
          translations: {
            fr: {
              title: 'Flux et passages de main',
              description: 'Combien de temps le travail prend de bout en bout.',
              audience: 'Sponsors et responsables',
              question: 'Où le travail de cette chaîne attend-il ?',
              decision: 'Quel passage supprimer en premier',
              labels: {
                'Value stream': 'Chaîne de valeur', 'By team or department': 'Par équipe ou direction', team: 'Équipes', department: 'Directions',
                'Owner departments': 'Directions propriétaires', Flow: 'Flux', 'Figures as of': 'Chiffres au', 'Work items': 'Dossiers', From: 'De', To: 'À',
                'Worst handoffs': 'Passages de main les plus lents', Decisions: 'Décisions',
              },
            },
          },
        },
        parameters: [
          { name: 'stream', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'level', in: 'query', schema: { type: 'string', title: 'By team or department', enum: ['team', 'department'], default: 'team' } },
          { name: 'from', in: 'query', schema: { $ref: '#/components/schemas/Instant' } },
          { name: 'to', in: 'query', schema: { $ref: '#/components/schemas/Instant' } },
        ],
        responses: {
          '200': {
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/FlowReport' } },
              'text/csv': {},
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Instant: { type: 'string', format: 'date-time' },
      FlowReport: {
        type: 'object',
        properties: {
          stream: { type: 'string', title: 'Value stream', 'x-shown-by': 'name' },
          asOf: { $ref: '#/components/schemas/Instant', title: 'Figures as of' },
          name: { type: 'string', title: 'Value stream' },
          level: { type: 'string', title: 'By team or department', enum: ['team', 'department'] },
          owners: { type: 'array', items: { type: 'string' }, title: 'Codes of the owner departments', 'x-shown-by': 'ownerNames' },
          ownerNames: { type: 'array', items: { type: 'string' }, title: 'Owner departments' },
          flow: { type: 'object', title: 'Flow', properties: { workItems: { type: 'integer', title: 'Work items' } } },
          worstHandoffs: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                from: { type: 'string', 'x-shown-by': 'fromName' },
                fromName: { type: 'string', title: 'From' },
                to: { type: 'string', 'x-shown-by': 'toName' },
                toName: { type: 'string', title: 'To' },
              },
            },
          },
        },
      },
    },
  },
}

export const reportAnswer = {
  stream: 'it-incidents',
  name: 'Back to work',
  level: 'department',
  owners: ['it', 'hr'],
  ownerNames: ['Information technology', 'Human resources'],
  asOf: '2026-11-20T08:00:00Z',
  flow: {
    workItems: 24_918,
    flowTime: { mean: 'PT315H14M34S', p85: 'PT740H' },
    efficiency: null,
    pingPongShare: 0.0889,
  },
  worstHandoffs: [
    { from: 'g-20', to: 'Group 70', fromName: 'Group 20', toName: 'Group 70', count: 1_088, meanWaitHours: 16.658, p85Wait: 'PT41H' },
    { from: 'Group 70', to: 'Group 20', count: 611, meanWaitHours: 9.2, p85Wait: 'PT25H' },
  ],
  partial: [
    { part: 'decisions', reason: 'governance-service does not answer' },
    { part: 'flow', code: 'no-answer-in-time', reason: 'The catalog service did not answer in time.' },
  ],
}
