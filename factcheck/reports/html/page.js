"use strict";
// What keys and buttons do. The page reads the same without this; nothing of the article is ever made into markup here.
(() => {
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const isServed = document.body.dataset.served === "yes";
  const cards = every(".card");
  const filters = one(".filters");
  const deciding = one("#deciding");
  const form = one("form", deciding);
  const made = new Map(); // decisions made on this page, to export: one for each finding
  const told = new Map(); // what the server last said of each card
  let about = null; // the card that is being decided
  let mayReplace = null; // the other reviewer's decision that the person has been shown
  let reviewer = document.body.dataset.reviewer;
  let clearing = 0;

  every(".scripted").forEach((part) => { part.hidden = false; });

  const fitBelowTheBar = () => {
    const isAlwaysSeen = getComputedStyle(filters).position === "sticky";
    document.documentElement.style.setProperty("--bar", `${isAlwaysSeen ? filters.offsetHeight : 0}px`);
  };
  ["resize", "load"].forEach((event) => window.addEventListener(event, fitBelowTheBar));

  const say = (text) => {
    one("#said").textContent = text;
    clearTimeout(clearing);
    clearing = setTimeout(() => { one("#said").textContent = ""; }, 4000);
  };
  // Signs that steer or hide are shown by their codes, as the page does with the article.
  const visible = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`);
  const keyOf = (card) => JSON.stringify([card.dataset.article, card.dataset.fingerprint, card.dataset.nth]);
  const inWords = (answer) => answer.replace("-", " a ");

  // ---- which cards are shown

  const isWanted = (card) => {
    const { state, rule, answer, since, text } = filters.elements;
    const is = card.dataset;
    const isFlagged = is.state === "error" || is.state === "warning";
    return (!state.value || state.value === is.state || (state.value === "flagged" && isFlagged))
      && (!rule.value || rule.value === is.rule)
      && (!answer.value || (answer.value === "open" ? "finding" in is && !is.answer : answer.value === is.answer))
      && (!since || !since.value || since.value === is.since)
      && (!text.value || card.textContent.toLowerCase().includes(text.value.toLowerCase()));
  };
  const filter = () => {
    cards.forEach((card) => { card.hidden = !isWanted(card); });
    const shown = cards.filter((card) => !card.hidden).length;
    const open = cards.filter((card) => "finding" in card.dataset && !card.dataset.answer).length;
    one("output", filters).textContent = `${shown} of ${cards.length} claims shown, ${open} open`;
  };
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());

  // ---- going from one to the next

  const current = () => document.activeElement && document.activeElement.closest(".card");
  const go = (card) => {
    if (!card) { say("No finding is shown"); return; }
    one("details", card).open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#${card.id}`);
    every(".figure.current").forEach((figure) => figure.classList.remove("current"));
    every(".roles a", card).forEach((link) => {
      const figure = document.getElementById(link.hash.slice(1));
      if (figure) figure.classList.add("current");
    });
  };
  let last = null; // where j and k go on from when the focus is elsewhere
  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden && "finding" in card.dataset);
    const from = current() || last;
    const place = shown.indexOf(from);
    last = shown[place < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(place + by, 0), shown.length - 1)];
    go(last);
  };
  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const card = target && target.closest(".card");
    if (card) { card.hidden = false; one("details", card).open = true; last = card; card.focus(); }
  };
  window.addEventListener("hashchange", openTarget);

  // ---- deciding

  const show = (card, decision) => {
    const line = one(".decision", card);
    line.textContent = "";
    line.hidden = !decision;
    card.dataset.answer = decision ? decision.answer : "";
    card.dataset.decided = decision ? decision.at : "";
    one("[data-withdraw]", card).hidden = !decision;
    if (decision) {
      const answer = document.createElement("b");
      answer.textContent = inWords(decision.answer);
      const words = document.createElement("bdi");
      words.textContent = visible(` by ${decision.by}, ${decision.at}${decision.reason ? `: ${decision.reason}` : ""}`);
      line.append(answer, words);
    }
    filter();
  };
  const ask = (card, answer) => {
    if (!card || !("finding" in card.dataset)) { say("Choose a finding first, with j or k"); return; }
    about = card;
    mayReplace = null;
    one(".problem", form).textContent = "";
    one(".about", form).textContent = `${one(".title", card).textContent}: ${one(".conclusion", card).textContent}`;
    form.elements.answer.value = answer;
    form.elements.reason.value = "";
    form.elements.by.value = reviewer;
    deciding.showModal();
    form.elements.reason.focus();
  };
  const named = (card) => ({ article: card.dataset.article, fingerprint: card.dataset.fingerprint, nth: Number(card.dataset.nth) });
  const send = async (body) => {
    const sent = await fetch("decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    return { status: sent.status, said: await sent.json() };
  };
  const decision = (card, answer, reason, by) => ({
    ...named(card), rule: card.dataset.rule, figures: [...new Set(every(".roles a", card).map((link) => link.textContent))],
    answer, reason, by, at: new Date().toISOString().slice(0, 19) + "Z",
  });
  const save = async () => {
    const { answer, reason, by } = Object.fromEntries(new FormData(form));
    if ((answer === "accept" || answer === "dismiss") && !reason.trim()) { one(".problem", form).textContent = "Give a reason: this answer silences the finding"; return; }
    if (!by.trim()) { one(".problem", form).textContent = "A decision needs a name"; return; }
    const card = about;
    if (!isServed) {
      const kept = decision(card, answer, reason, by.trim());
      made.set(keyOf(card), kept);
      show(card, kept);
    } else {
      const seen = mayReplace === null ? card.dataset.decided : mayReplace;
      let reply;
      try {
        reply = await send({ ...named(card), answer, reason, by: by.trim(), seen });
      } catch {
        one(".problem", form).textContent = "Not saved: the server does not answer. Is factcheck review still running?";
        return;
      }
      if (reply.status === 409) {
        const other = reply.said.decision;
        mayReplace = other ? other.at : "";
        const what = other ? `${other.by} has decided this meanwhile: ${inWords(other.answer)}${other.reason ? `, ${other.reason}` : ""}` : "The decision has been taken back meanwhile";
        one(".problem", form).textContent = `${visible(what)}. Save again to put yours in its place.`;
        return;
      }
      if (reply.status !== 200) { one(".problem", form).textContent = `Not saved: ${reply.said.problem}`; return; }
      show(card, reply.said.decision);
    }
    reviewer = by.trim();
    deciding.close();
    say(`Saved: ${inWords(answer)}`);
    card.focus();
  };
  const withdraw = async (card) => {
    if (!card || !card.dataset.answer) { say("There is no decision to take back"); return; }
    if (isServed) {
      const reply = await send({ ...named(card), answer: "", reason: "", by: reviewer || "-", seen: card.dataset.decided }).catch(() => ({ status: 0, said: {} }));
      if (reply.status !== 200) { say(`Not taken back${reply.said.problem ? `: ${reply.said.problem}` : ""}`); return; }
    } else if (!made.delete(keyOf(card))) {
      say("That decision is in the file: take it back with factcheck decide");
      return;
    }
    show(card, null);
    say("Taken back");
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  form.elements.reason.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  });
  one("#cancel").addEventListener("click", () => deciding.close());
  deciding.addEventListener("close", () => { if (about) about.focus(); });

  // The other reviewer's decisions, as they come.
  const look = async () => {
    if (document.hidden || deciding.open) return;
    const there = await fetch("decisions").then((reply) => reply.json()).catch(() => null);
    if (!there) return;
    const found = new Map(there.decisions.filter(Boolean).map((each) => [JSON.stringify([each.article, each.fingerprint, String(each.nth)]), each]));
    cards.filter((card) => "finding" in card.dataset).forEach((card) => {
      const now = found.get(keyOf(card)) || null;
      const words = JSON.stringify(now);
      if ((now || card.dataset.answer) && words !== told.get(card)) show(card, now);
      told.set(card, words);
    });
  };
  if (isServed) setInterval(look, 4000);

  // ---- copying, exporting

  const copy = async (card) => {
    const note = card && one("pre", card);
    if (!note) { say("Choose a finding first, with j or k"); return; }
    try {
      await navigator.clipboard.writeText(note.textContent);
    } catch { // not every browser lets a file write to the clipboard
      one(".note", card).open = true;
      getSelection().selectAllChildren(note);
      if (!document.execCommand("copy")) { say("Press Ctrl-C: the note is selected"); return; }
    }
    say("The note is copied");
  };
  const exportDecisions = () => {
    if (!made.size) { say("Nothing has been decided on this page yet"); return; }
    const lines = [...made.values()].map((each) => `${JSON.stringify(each)},\n`);
    const address = URL.createObjectURL(new Blob([`{"version": 1, "decisions": [\n${lines.join("")}null\n]}\n`], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "factcheck-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    say("Merge it with: factcheck decide --from factcheck-decisions.json");
  };
  window.addEventListener("beforeunload", (event) => { if (made.size) event.preventDefault(); });

  // ---- buttons and keys

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const card = button.closest(".card");
    if ("decide" in button.dataset) ask(card, button.dataset.decide);
    else if ("withdraw" in button.dataset) withdraw(card);
    else if ("copy" in button.dataset) copy(card);
    else if (button.id === "help") one("#keys").showModal();
    else if (button.id === "export") exportDecisions();
  });
  const keys = {
    j: () => step(1), k: () => step(-1),
    a: () => ask(current() || last, "accept"), d: () => ask(current() || last, "dismiss"),
    f: () => ask(current() || last, "fixed"), s: () => ask(current() || last, "needs-source"),
    u: () => withdraw(current() || last), c: () => copy(current() || last),
    "/": () => filters.elements.text.focus(), "?": () => one("#keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && writes && !event.target.closest("dialog")) { writes.blur(); return; }
    if (writes || event.target.closest("dialog") || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  window.addEventListener("beforeprint", () => cards.forEach((card) => { one("details", card).open = "finding" in card.dataset; }));

  filter();
  openTarget();
})();
