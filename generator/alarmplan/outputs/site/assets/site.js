/* Buttons that stand in for labels, which can be neither focused nor named. */
for (const button of document.querySelectorAll("[data-ap-toggle]")) {
  const box = document.getElementById(button.dataset.apToggle)
  const show = () => button.setAttribute("aria-expanded", box.checked)
  button.addEventListener("click", () => { box.click(); show() })
  box.addEventListener("change", show)
}
