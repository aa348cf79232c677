import { http, HttpResponse } from 'msw'
import { missing, page, world } from './world'

const catalog = '*/api/catalog/v1'

export default [
  http.get(`${catalog}/departments`, () => page(world.departments)),
  http.get(`${catalog}/departments/:code`, ({ params }) => {
    const found = world.departments.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
]
