/* Buttons that stand in for labels, which can be neither focused nor named. */
for (const button of document.querySelectorAll("[data-ap-toggle]")) {
  const box = document.getElementById(button.dataset.apToggle)
  const show = () => button.setAttribute("aria-expanded", box.checked)
  button.addEventListener("click", () => {
    box.click()
    show()
    if (box.id === "__search" && box.checked) document.querySelector("[data-md-component=search-query]").focus()
  })
  box.addEventListener("change", show)
}

/* The theme wraps each button that copies in a navigation without a name, as a landmark of the page. */
const unmark = () => document.querySelectorAll(".md-code__nav:not([role])").forEach(nav => nav.setAttribute("role", "none"))
new MutationObserver(unmark).observe(document.querySelector("article") ?? document.body, { childList: true, subtree: true })
unmark()

/* Code that scrolls sideways is reached by keyboard; not every browser does that by itself. */
const reach = () => {
  for (const lines of document.querySelectorAll(".ap-lines")) {
    if (lines.scrollWidth > lines.clientWidth) lines.setAttribute("tabindex", "0")
    else lines.removeAttribute("tabindex")
  }
}
addEventListener("resize", reach)
reach()
