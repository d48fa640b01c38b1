/* Goes to the language of the reader, once a visit: whoever comes back here wants to choose. */
const offered = document.currentScript.dataset.languages.split(" ")
const wanted = navigator.languages.map(language => language.slice(0, 2)).find(language => offered.includes(language))
let chosen = true
try {
  chosen = sessionStorage.getItem("language-offered")
  sessionStorage.setItem("language-offered", "yes")
} catch { /* no storage: the links are there */ }
if (wanted && !chosen) location.replace(wanted + "/index.html")
