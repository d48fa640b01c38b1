/* On file:// browsers refuse `new Worker(…)`: the worker's script runs in a hidden frame instead. */
if (location.protocol === "file:") window.Worker = class extends EventTarget {
  constructor(url) {
    super()
    const frame = document.createElement("iframe")
    frame.hidden = true
    document.documentElement.append(frame) // about:blank has our origin and our Content-Security-Policy
    const inner = frame.contentWindow
    inner.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
    this.ready = new Promise((done, fail) => {
      const script = inner.document.createElement("script")
      script.src = new URL(url, document.baseURI)
      script.onload = () => done(inner)
      script.onerror = fail
      inner.document.head.append(script)
    })
  }
  postMessage(data) {
    this.ready.then(inner => inner.dispatchEvent(new inner.MessageEvent("message", { data })))
  }
}
