import { make } from "./dom.js";

const VERDICT_CLASSES = { valid: "good", invalid: "bad", unusable: "warn" };
const LINES_SHOWN = 300;
const STATUS_CLASSES = { pass: "good", fail: "bad", pending: "info", note: "plain" };

/** The one large line that tells the verdict. @param {object} outcome of verifyRecord @param {object} words */
export function verdictLine(outcome, words) {
  return make("p", { class: `notice verdict ${VERDICT_CLASSES[outcome.verdict]}` },
    make("strong", {}, words.verdicts[outcome.verdict]), make("span", {}, words.verdictHints[outcome.verdict]));
}

/**
 * The report below the verdict: what to compare with the slip, failed steps, what is left, then all steps by the numbers
 * of A.12.
 * @param {object} outcome of verifyRecord @param {{isFromRecord: boolean, keys: {name: string, pub: string}[]}} trust
 * @returns {Node[]}
 */
export function reportParts(outcome, trust, words) {
  const having = status => outcome.checks.filter(check => check.status === status);
  return [
    outcome.log === null ? null : logFacts(outcome, trust, words),
    trust.isFromRecord ? make("p", { class: "notice warn" }, words.trustFromRecord) : null,
    checkList(words.failed, having("fail"), words),
    checkList(words.pending, having("pending"), words),
    checkList(words.notes, having("note"), words),
    make("h2", {}, words.all),
    ...groupsOfSteps(outcome.checks, words),
  ].filter(part => part !== null);
}

function logFacts({ log, asOf }, trust, words) {
  const fact = (term, ...values) => make("div", { class: "wide" }, make("dt", {}, term), make("dd", {}, ...values));
  const keys = trust.keys.map(key => make("li", {}, key.name, make("br"), make("code", {}, key.pub)));
  return make("div", { class: "verify-facts" },
    make("p", {}, words.compare),
    make("dl", { class: "descriptions" },
      fact(words.log, log.origin), fact(words.size, words.lines(log.size)), fact(words.root, make("code", {}, log.root)),
      asOf === null ? null : fact(words.asOf, asOf)),
    keys.length === 0 ? null : make("details", {}, make("summary", {}, words.keys), make("ul", { class: "verify-list" }, ...keys)));
}

function checkList(title, checks, words) {
  return checks.length === 0 ? null : make("div", {}, make("h2", {}, title), checkItems(checks, words));
}

function checkItems(checks, words) {
  const shown = checks.slice(0, LINES_SHOWN).map(check => checkItem(check, words));
  const more = checks.length - shown.length;
  return make("ul", { class: "verify-list" }, ...shown, more > 0 ? make("li", { class: "muted" }, words.more(more)) : null);
}

function checkItem(check, words) {
  const place = check.draw === null ? "" : ` · ${words.attempt(check.draw, check.attempt)}`;
  return make("li", {},
    make("span", { class: `tag ${STATUS_CLASSES[check.status]}` }, words.statuses[check.status]),
    make("span", {}, check[words.code], make("span", { class: "beside hint" }, `${check.step}${place}`)));
}

/** One fold per step of A.12; those with a failure are open. */
function groupsOfSteps(checks, words) {
  return Object.keys(words.groups).map(Number).map(number => {
    const own = checks.filter(check => Number(check.step.split(".")[0]) === number);
    if (own.length === 0) {
      return null;
    }
    const judged = own.filter(check => check.status !== "note");
    const passed = judged.filter(check => check.status === "pass").length;
    const hasFailure = own.some(check => check.status === "fail");
    return make("details", { open: hasFailure, class: "verify-group" },
      make("summary", {}, make("span", {}, `${number} ${words.groups[number]}`),
        make("span", { class: `tag ${hasFailure ? "bad" : "plain"}` }, judged.length > 0 ? words.passed(passed, judged.length) : words.noted(own.length))),
      checkItems(own, words));
  });
}

/** Offers the whole report as a JSON file. @param {object} outcome of verifyRecord */
export function saveReport(outcome, trust, words) {
  const report = { format: "drdr/1 verification report", madeAt: new Date().toISOString(), trustFrom: trust.isFromRecord ? "record" : "own", keys: trust.keys, ...outcome };
  const url = URL.createObjectURL(new Blob([JSON.stringify(report, null, 1)], { type: "application/json" }));
  const link = make("a", { href: url, download: `${words.reportName}-${(outcome.log?.root ?? "").slice(0, 8) || outcome.verdict}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
