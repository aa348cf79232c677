import { http, HttpResponse } from 'msw'
import { services } from './services.data'
import { missing, page } from './world'

const catalog = '*/api/catalog/v1'

export default [
  http.get(`${catalog}/services`, ({ request }) => {
    const lifecycle = new URL(request.url).searchParams.get('lifecycle')
    return page(services.filter((service) => !lifecycle || service.lifecycle === lifecycle))
  }),
  http.get(`${catalog}/services/:code`, ({ params }) => {
    const found = services.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
]
