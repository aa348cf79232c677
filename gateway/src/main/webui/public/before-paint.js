;(function () {
  var root = document.documentElement
  var theme = null
  var language = null
  try {
    theme = localStorage.getItem('jointly.theme')
    language = localStorage.getItem('jointly.language')
  } catch {
    // Storage may be blocked: the system's preference is a fine answer then.
  }
  var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.classList.toggle('pf-v6-theme-dark', dark)
  if (language) root.lang = language
})()
