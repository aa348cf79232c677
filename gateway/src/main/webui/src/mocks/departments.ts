import { http, HttpResponse } from 'msw'
import { departments } from './departments.data'
import { missing, page } from './world'

const catalog = '*/api/catalog/v1'

export default [
  http.get(`${catalog}/departments`, () => page(departments)),
  http.get(`${catalog}/departments/:code`, ({ params }) => {
    const found = departments.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
]
