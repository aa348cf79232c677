// The requests go out like the portal's own: with the session's cookie, and saying where they come from.
window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#explorer',
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (!request.loadSpec) request.headers['X-Jointly-Client'] = 'portal'
    return request
  },
})
