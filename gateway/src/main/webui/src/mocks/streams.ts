import { http, HttpResponse } from 'msw'
import { missing, page, world } from './world'

const catalog = '*/api/catalog/v1'

export default [
  http.get(`${catalog}/value-streams`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const department = query.get('department')
    const words = query.get('q')?.toLowerCase()
    return page(
      world.streams.filter(
        (stream) =>
          (!department ||
            stream.owners.includes(department) ||
            stream.stages.some((stage) => stage.department === department)) &&
          (!words || stream.name.toLowerCase().includes(words)),
      ),
    )
  }),
  http.get(`${catalog}/value-streams/:code`, ({ params }) => {
    const found = world.streams.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
]
