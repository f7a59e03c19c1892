import { compareText, hexOf } from "./bytes.js";
import { slotsOf, demandsOf } from "./bundles.js";
import { canonicalText } from "./canonical-json.js";
import { Eligibility } from "./eligibility.js";
import { must } from "./report.js";
import { encodeTagged } from "./suite.js";

/**
 * Recomputes the names behind every supplement, replacement and substitution (A.10, A.11.10) and throws unless
 * `draw.opened.changes` tells exactly these, in log order.
 * @param {object[]} entries the change entries in log order @param {object[]} changes of the opened entry
 * @param {object} drawn what was drawn: `selection`, `openings`, `bundles`, `sealedMatch`, `quotas`
 */
export async function checkChanges(entries, changes, commit, drawn, inputs, matchKey, suite, pace) {
  must(changes.length === entries.length, `日志有 ${entries.length} 项变更，开封记录列出 ${changes.length} 项`, `the log has ${entries.length} changes, the opening lists ${changes.length}`);
  const order = new RankOrder(commit.parts, drawn);
  const substitutes = commit.match === null ? null : new Substitutes(commit.match, drawn, inputs, suite.macUnder(matchKey));
  for (const [i, entry] of entries.entries()) {
    const change = changes[i];
    const expected = entry.type === "inspector.substitute"
      ? substituteChange(entry, change, substitutes)
      : { added: supplementOf(entry, order, drawn.openings), index: entry.index };
    must(canonicalText(change) === canonicalText(expected), `日志第 ${entry.index + 1} 行的变更应为 ${canonicalText(expected)}`,
      `the change of log line ${entry.index + 1} should read ${canonicalText(expected)}`);
    if (pace.isDue()) {
      await pace.rest(i / entries.length);
    }
  }
}

/** The next ranks of every part and stratum. */
class RankOrder {
  constructor(parts, { selection, quotas }) {
    this.places = new Map(parts.map((part, p) => [part.id, p]));
    this.ranks = selection.ranks;
    this.drawn = quotas.map(quota => new Map(quota));
  }

  next({ body, index }) {
    const place = this.places.get(body.part);
    const drawn = this.drawn[place]?.get(body.stratum);
    must(drawn !== undefined, `日志第 ${index + 1} 行：没有部分 ${body.part} 的层“${body.stratum}”`, `log line ${index + 1}: part ${body.part} has no stratum "${body.stratum}"`);
    const ids = this.ranks[place].get(body.stratum).slice(drawn, drawn + body.count);
    must(ids.length === body.count, `日志第 ${index + 1} 行：该层只剩 ${ids.length} 家`, `log line ${index + 1}: the stratum has ${ids.length} left only`);
    this.drawn[place].set(body.stratum, drawn + body.count);
    return ids;
  }
}

function supplementOf(entry, order, openings) {
  if (entry.type === "draw.replace") {
    const { part, stratum, replaces } = entry.body;
    const old = openings.objects.get(replaces);
    const fits = old?.parts.some(drawn => drawn.part === part && drawn.stratum === stratum) ?? false;
    must(fits, `日志第 ${entry.index + 1} 行：replaces 不是该层抽中的对象`, `log line ${entry.index + 1}: replaces is no object drawn in that stratum`);
  }
  return order.next(entry);
}

function substituteChange(entry, change, substitutes) {
  must(substitutes !== null, `日志第 ${entry.index + 1} 行：本次抽取没有检查组`, `log line ${entry.index + 1}: this draw has no teams`);
  must(Array.isArray(change.skipped), `日志第 ${entry.index + 1} 行的变更缺少 skipped`, `the change of log line ${entry.index + 1} lacks skipped`);
  const { slot } = entry.body;
  const skipped = new Set(change.skipped.map(({ inspector }) => inspector));
  must(skipped.size === change.skipped.length, `日志第 ${entry.index + 1} 行：同一人跳过两次`, `log line ${entry.index + 1}: an inspector is skipped twice`);
  return { index: entry.index, inspector: substitutes.choose(slot, skipped, entry.index), skipped: change.skipped, slot };
}

/** The teams as they stand after each substitution. */
class Substitutes {
  constructor(match, { bundles, sealedMatch }, { inspectors, recusals }, mac) {
    this.match = match;
    this.inspectors = inspectors;
    this.eligibility = new Eligibility(inspectors, recusals, match);
    this.extra = sealedMatch?.capExtra ?? 0;
    this.mac = mac;
    this.teams = new Map(bundles.map(bundle => [bundle.id, { bundle, holders: new Map(bundle.team.map(({ slot, inspector }) => [slot, inspector])) }]));
    this.counts = new Map();
    bundles.forEach(bundle => bundle.team.forEach(({ inspector }) => this.count(inspector, 1)));
  }

  count(inspector, by) {
    this.counts.set(inspector, (this.counts.get(inspector) ?? 0) + by);
  }

  choose(slotId, skipped, index) {
    const team = this.teams.get(slotId.split("/")[0]);
    must(team?.holders.has(slotId) ?? false, `日志第 ${index + 1} 行：没有席位 ${slotId}`, `log line ${index + 1}: there is no slot ${slotId}`);
    const slot = slotsOf(team.bundle, demandsOf(team.bundle, this.match), this.match).find(({ id }) => id === slotId);
    const present = new Set(team.holders.values());
    const chosen = this.eligibility.hardFor(slot, team.bundle.objects)
      .map(place => this.inspectors[place])
      .filter(({ id, cap }) => !present.has(id) && (this.counts.get(id) ?? 0) < cap + this.extra)
      .map(({ id }) => ({ id, rank: hexOf(this.mac.of(encodeTagged("drdr/1/subst", [slotId, id]))) }))
      .sort((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id))
      .find(({ id }) => !skipped.has(id));
    must(chosen !== undefined, `日志第 ${index + 1} 行：席位 ${slotId} 无人可替`, `log line ${index + 1}: no one can take slot ${slotId}`);
    this.count(team.holders.get(slotId), -1);
    this.count(chosen.id, 1);
    team.holders.set(slotId, chosen.id);
    return chosen.id;
  }
}
