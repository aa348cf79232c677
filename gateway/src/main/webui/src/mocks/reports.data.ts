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
        },
        parameters: [
          { name: 'stream', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'level', in: 'query', schema: { type: 'string', enum: ['team', 'department'], default: 'team' } },
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
          stream: { type: 'string', title: 'Value stream' },
          worstHandoffs: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
}

export const reportAnswer = {
  stream: 'it-incidents',
  name: 'Back to work',
  asOf: '2026-11-20T08:00:00Z',
  flow: {
    workItems: 24_918,
    flowTime: { mean: 'PT315H14M34S', p85: 'PT740H' },
    efficiency: null,
    pingPongShare: 0.0889,
  },
  worstHandoffs: [
    { from: 'Group 20', to: 'Group 70', count: 1_088, meanWaitHours: 16.658, p85Wait: 'PT41H' },
    { from: 'Group 70', to: 'Group 20', count: 611, meanWaitHours: 9.2, p85Wait: 'PT25H' },
  ],
  partial: [{ part: 'decisions', reason: 'governance-service does not answer' }],
}
