import { http, HttpResponse } from 'msw'
import { openApi, reportAnswer } from './reports.data'

export default [
  http.get('*/openapi', () => HttpResponse.json(openApi)),
  http.get('*/api/reports/v1/flow-and-handoffs', ({ request }) =>
    request.headers.get('Accept') === 'text/csv'
      ? HttpResponse.text('from,to,count\n', { headers: { 'Content-Type': 'text/csv' } })
      : HttpResponse.json(reportAnswer),
  ),
]
