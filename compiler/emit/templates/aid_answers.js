'use strict';
// The decision aid of one protocol, first part: what follows from answers. Pure functions over the data
// of the page, which holds the tables that meldc compiled and compared with the code. A test runs them
// beside meldc itself. The second part, aid_duties.js, is pure too; the third, aid.js, shows it.

// Sets of answers as in the tables: bit 0 no, bit 1 doubt, bit 2 yes.
const NO = 1, DOUBT = 2, YES = 4, ALL = 7, CRISP = 5;
const ANSWERS = [YES, NO, DOUBT];

const isSingle = (set) => (set & (set - 1)) === 0;
const mirrored = (set) => (set & DOUBT) | (set & NO ? YES : 0) | (set & YES ? NO : 0);
const lowest = (set) => set & -set;
const highest = (set) => (set & YES) || (set & DOUBT) || (set & NO);

// Rows come as texts to keep the page small.
function prepare(data) {
  for (const table of [...data.worlds, ...data.steps]) {
    table.rows = table.rows.map(([sets, outcome]) => ({ sets: [...sets].map(Number), outcome }));
  }
  data.doubt = doubtOf(data);
  data.linked = [...new Set(data.implies.flatMap(([from, , to]) => [from, to]))];
  return data;
}

// What the code asks in doubt, whatever the doubt is about: of which facts, and which consequences that
// gives. By outcome: whether the first is the second with no more than that added.
const speaksOfDoubt = ([kind, ...rest]) => kind === 'doubt' || (kind !== 'fact' && kind !== 'term' && rest.some(speaksOfDoubt));
const bareDoubt = ([kind, ...rest]) => (kind === 'doubt' ? rest : kind === 'fact' || kind === 'term' ? [] : rest.flatMap(bareDoubt));
function doubtOf(data) {
  const duties = data.duties.filter((duty) => !duty.exception && duty.when !== null && speaksOfDoubt(duty.when));
  const gives = duties.flatMap((duty) => duty.gives);
  const others = (list) => list.filter((each) => !gives.includes(each)).join();
  const isWithin = (list, all) => list.every((each) => all.includes(each));
  const adds = data.outcomes.map((more) => data.outcomes.map((less) => more.open === less.open &&
    more.wait === less.wait && more.mayNot.join() === less.mayNot.join() && others(more.must) === others(less.must) &&
    others(more.may) === others(less.may) && isWithin(less.must, more.must) && isWithin(less.may, [...more.must, ...more.may])));
  return { facts: duties.flatMap((duty) => bareDoubt(duty.when)), duties, adds };
}

// Takes away the answers that an implication leaves no room for: `from` is never surer than `to`.
// False when nothing is left of some fact.
function narrow(data, domains) {
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, fromNot, to, toNot] of data.implies) {
      const left = fromNot ? mirrored(domains[from]) : domains[from];
      const right = toNot ? mirrored(domains[to]) : domains[to];
      const newLeft = left & (highest(right) * 2 - 1);
      const newRight = right & ~(lowest(left) - 1);
      if (newLeft === 0 || newRight === 0) return false;
      if (newLeft !== left || newRight !== right) {
        domains[from] = fromNot ? mirrored(newLeft) : newLeft;
        domains[to] = toNot ? mirrored(newRight) : newRight;
        changed = true;
      }
    }
  }
  return true;
}

// Whether some case within the domains respects the vocabulary. Narrowing alone does not settle
// implications with `niet`, so what is still open is tried out.
function isPossible(data, domains) {
  const own = domains.slice();
  if (!narrow(data, own)) return false;
  const open = data.linked.find((fact) => !isSingle(own[fact]));
  return open === undefined || ANSWERS.some((answer) => (own[open] & answer) !== 0 &&
    isPossible(data, own.with(open, answer)));
}

// Whether one case with `first` and one with `second` as the answer to a fact are otherwise the same.
function agreeBut(data, domains, fact, first, second) {
  const both = domains.slice();
  for (let changed = true; changed;) {
    const one = both.with(fact, first), other = both.with(fact, second);
    if (!narrow(data, one) || !narrow(data, other)) return false;
    changed = false;
    for (let i = 0; i < both.length; ++i) {
      const meet = i === fact ? both[i] : one[i] & other[i];
      if (meet === 0) return false;
      changed ||= meet !== both[i];
      both[i] = meet;
    }
  }
  const open = data.linked.find((each) => each !== fact && !isSingle(both[each]));
  return open === undefined || ANSWERS.some((answer) => (both[open] & answer) !== 0 &&
    agreeBut(data, both.with(open, answer), fact, first, second));
}

// The rows of a world in which the case can still be.
function candidates(data, world, domains) {
  return world.rows.filter(({ sets }) => {
    const within = domains.slice();
    for (let i = 0; i < sets.length; ++i) {
      within[world.columns[i]] &= sets[i];
      if (within[world.columns[i]] === 0) return false;
    }
    return isPossible(data, within);
  });
}

// Whether the answer to one column alone can decide between two outcomes. That who doubts asks for advice
// makes no question of what was never asked: it is told beside each question and at the end.
function matters(data, world, rows, domains, column) {
  const at = world.columns.indexOf(column);
  if (at < 0 || isSingle(domains[column])) return false;
  const { adds, facts } = data.doubt;
  const isGeneral = facts.includes(column);
  for (let i = 0; i < rows.length; ++i) {
    for (let j = 0; j < i; ++j) {
      if (rows[i].outcome === rows[j].outcome) continue;
      const decide = (a, b) => a !== b && !(isGeneral && ((a === DOUBT && adds[rows[i].outcome][rows[j].outcome]) ||
        (b === DOUBT && adds[rows[j].outcome][rows[i].outcome])));
      const first = rows[i].sets, second = rows[j].sets;
      const meet = domains.slice();
      const meets = first.every((set, k) =>
        k === at || (meet[world.columns[k]] &= set & second[k]) !== 0);
      if (meets && ANSWERS.some((a) => (first[at] & domains[column] & a) !== 0 &&
          ANSWERS.some((b) => decide(a, b) && (second[at] & domains[column] & b) !== 0 &&
            agreeBut(data, meet, column, a, b)))) {
        return true;
      }
    }
  }
  return false;
}

// The answers that a condition can still have: strong Kleene. An open word that nobody judged is
// `unjudged`.
function read(condition, domains, unjudged) {
  const [kind, ...rest] = condition;
  const inner = () => read(rest[0], domains, unjudged);
  const crisp = (no, yes) => (no ? NO : 0) | (yes ? YES : 0);
  switch (kind) {
    case 'fact': return domains[rest[0]];
    case 'term': return isSingle(domains[rest[0]]) ? domains[rest[0]] : unjudged;
    case 'not': return mirrored(inner());
    case 'about': return crisp(inner() & CRISP, inner() & DOUBT);
    case 'perhaps': return crisp(inner() & NO, inner() & (DOUBT | YES));
    case 'doubt': return crisp(rest.every((fact) => domains[fact] !== DOUBT),
      rest.some((fact) => domains[fact] & DOUBT));
    default: {
      let result = kind === 'and' ? YES : NO;
      for (const operand of rest) {
        const one = read(operand, domains, unjudged);
        let both = 0;
        for (const a of ANSWERS) {
          for (const b of ANSWERS) {
            if ((result & a) && (one & b)) both |= kind === 'and' ? Math.min(a, b) : Math.max(a, b);
          }
        }
        result = both;
      }
      return result;
    }
  }
}

const meet = (lists) => lists.reduce((a, b) => a.filter((each) => b.includes(each)));
const union = (lists) => [...new Set(lists.flat())];
const sorted = (list) => list.slice().sort((a, b) => a - b);

// What all these outcomes agree on. Worlds differ from cases in one thing: a hole in one reading is a
// hole for whoever reads, while of the cases that are still possible all must end in one.
function agreed(outcomes, areWorlds) {
  const must = meet(outcomes.map((one) => one.must));
  const may = meet(outcomes.map((one) => union([one.must, one.may])));
  return {
    must: sorted(must),
    may: sorted(may.filter((each) => !must.includes(each))),
    mayNot: sorted(meet(outcomes.map((one) => one.mayNot))),
    open: areWorlds ? outcomes.some((one) => one.open) : outcomes.every((one) => one.open),
    wait: outcomes.every((one) => one.wait),
    perhaps: sorted(union(outcomes.map((one) => union([one.must, one.perhaps ?? []])))
      .filter((each) => !must.includes(each))),
  };
}

function satisfies(outcome, [kind, ...rest]) {
  switch (kind) {
    case 'must': return outcome.must.includes(rest[0]);
    case 'may': return outcome.must.includes(rest[0]) || outcome.may.includes(rest[0]);
    case 'not': return !satisfies(outcome, rest[0]);
    case 'and': return rest.every((goal) => satisfies(outcome, goal));
    default: return rest.some((goal) => satisfies(outcome, goal));
  }
}

// Per meldnorm that can be broken here, for each world in which it stands the conditions under which
// it is. In a world that keeps it in any case there are none, and then it is no conflict.
function breakable(data, states) {
  return data.meldnormen.map((_, index) => states.flatMap(({ world, outcome }) => {
    const own = world.promises.filter((one) => one.of === index);
    return own.length === 0 ? [] : [own.filter((one) => one.must.some(
      (each) => !outcome.must.includes(each) && !outcome.perhaps.includes(each)))
      .map((one) => one.when)];
  })).map((worlds) => (worlds.length > 0 && worlds.every((one) => one.length > 0) ? worlds : null));
}
const isBroken = (worlds, domains) => worlds !== null &&
  worlds.every((one) => one.some((when) => read(when, domains, NO) === YES));

const factsOf = ([kind, ...rest]) => (kind === 'fact' || kind === 'doubt' ? rest
  : kind === 'term' ? [] : rest.flatMap(factsOf));

// The first of some facts on which it depends whether something holds of a case.
function firstThatDecides(data, domains, facts, holds, canAsk) {
  const open = data.order.filter((fact) => !isSingle(domains[fact]) && facts.includes(fact));
  const seen = new Map();
  const found = new Set();
  const fill = (at, given, key) => {
    if (at === open.length) {
      if (!isPossible(data, given)) return;
      const is = holds(given);
      open.forEach((fact, i) => {
        const others = `${fact}:${key.slice(0, i)}.${key.slice(i + 1)}`;
        if (seen.has(others) && seen.get(others) !== is) found.add(fact);
        seen.set(others, is);
      });
      return;
    }
    for (const answer of ANSWERS) {
      if (given[open[at]] & answer) fill(at + 1, given.with(open[at], answer), key + answer);
    }
  };
  fill(0, domains, '');
  return open.find((fact) => found.has(fact) && canAsk(fact)) ?? null;
}

const firstOf = (list, find) => list.reduce((found, each) => found ?? find(each), null);

// A conflict comes to light also when the questions of the code never ask for the fact.
const nextForConflicts = (data, domains, broken, canAsk) => firstOf(
  broken.filter((worlds) => worlds !== null && !isBroken(worlds, domains)),
  (worlds) => firstThatDecides(data, domains, worlds.flat().flatMap(factsOf), (given) => isBroken(worlds, given), canAsk));

// Whether a fixed route is taken says who does what now, also when it changes no consequence.
const nextForRoutes = (data, domains, canAsk) => firstOf(data.routes.filter((route) => route.first),
  ({ when }) => firstThatDecides(data, domains, factsOf(when), (given) => read(when, given, NO) === YES, canAsk));

// Meldnormen that ask for what the questions give only after an answer that nobody has yet, or when people
// judge or choose so. Not yet a contradiction, and nothing to wait for.
const delayed = (data, states, domains) => data.meldnormen.flatMap((_, index) => {
  const worlds = states.map(({ world, outcome }) => world.promises.filter((one) => one.of === index)
    .map((one) => read(one.when, domains, NO) === YES && one.must.some((each) => !outcome.must.includes(each))));
  const own = worlds.filter((one) => one.length > 0);
  return own.length > 0 && own.every((one) => one.includes(true)) ? [index] : [];
});

// Whether what may follow hangs on more than doubt about what nobody was asked: that is told apart.
function isOpen(data, states, domains, skipped, consequence) {
  const isAsked = (fact) => isSingle(domains[fact]) || skipped.includes(fact) || !data.doubt.facts.includes(fact);
  const canBe = (world) => ({ sets }) => sets.every((set, i) => isAsked(world.columns[i]) ||
    (set & domains[world.columns[i]] & CRISP) !== 0);
  return states.some(({ world, rows }) => rows.filter(canBe(world)).some(({ outcome }) => (
    data.outcomes[outcome].must.includes(consequence))));
}

// Everything that follows from answers: `answers[i]` is the answer to variable i, 0 or absent when it
// is not known; `skipped` are those that nobody can answer yet.
function judge(data, answers, skipped = []) {
  const domains = data.vars.map((one, i) => answers[i] || (one.kind === 'fact' ? ALL : CRISP));
  if (!isPossible(data, domains)) return null;
  narrow(data, domains);
  const states = data.worlds.map((world) => {
    const rows = candidates(data, world, domains);
    const numbers = [...new Set(rows.map((row) => row.outcome))];
    const found = numbers.map((i) => data.outcomes[i]);
    const isTorn = numbers.some((i) => numbers.some((j) => !data.doubt.adds[i][j] && !data.doubt.adds[j][i]));
    return { world, rows, found, isTorn, outcome: agreed(found, false) };
  });
  const open = states.filter((state) => state.found.length > 1);
  const decides = (column) => open.some(
    (state) => matters(data, state.world, state.rows, domains, column));
  const canAsk = (fact) => !skipped.includes(fact) && !isSingle(domains[fact]);
  const broken = breakable(data, states);
  let next = open.length === 0 ? null : data.order.find((fact) => canAsk(fact) && decides(fact));
  const terms = next === undefined ? data.terms.filter(
    (term) => !isSingle(domains[term]) && decides(term)) : [];
  if (next === undefined && terms.length === 0 && !skipped.some(decides) && open.some((state) => state.isTorn)) {
    // No answer decides by itself, since the vocabulary ties facts together.
    next = data.order.find(canAsk);
  }
  next = nextForRoutes(data, domains, canAsk) ?? next ?? nextForConflicts(data, domains, broken, canAsk);
  const certain = agreed(states.map((state) => state.outcome), true);
  certain.open ||= data.truncated;
  certain.perhaps = certain.perhaps.filter((each) => isOpen(data, states, domains, skipped, each));
  const following = [...certain.must, ...certain.may, ...certain.perhaps];
  const isAsked = (demand) => read(demand.when, domains, NO) === YES;
  const isDoubted = domains.includes(DOUBT);
  const conflicts = data.meldnormen.flatMap((_, i) => (isBroken(broken[i], domains) ? [i] : []));
  return {
    domains, next, terms, certain, conflicts,
    readings: readings(states),
    // What follows or is allowed in some case that is still possible, in some reading.
    possible: union(states.flatMap(({ found }) => found.flatMap((one) => [one.must, one.may]))),
    delayed: (next ?? null) !== null ? []
      : delayed(data, states, domains).filter((each) => !conflicts.includes(each)),
    reached: reached(data, domains, following),
    // By step whether something is decided there, or carried out that was.
    decided: data.steps.map((step) => step.decides.some((each) => following.includes(each))),
    grounds: data.norms.flatMap((norm, i) => (norm.demands.some(
      (one) => isAsked(one) && satisfies(certain, one.goal)) ? [i] : [])),
    // Norms that no reading meets, whatever is still open.
    short: data.norms.flatMap((norm, i) => (norm.demands.some(
      (one) => one.due && (one.inDoubt || !isDoubted) && isAsked(one) && states.every(
        (state) => !state.found.some((each) => satisfies(each, one.goal)))) ? [i] : [])),
  };
}

// By step whether the case can come there: by its answers, or by what is decided there or later.
function reached(data, domains, following) {
  const isReached = data.steps.map((step) => step.decides.some((each) => following.includes(each)) ||
    candidates(data, step, domains).some((row) => row.outcome !== 0));
  return isReached.map((_, i) => isReached.slice(i).includes(true));
}

// The worlds by what follows in them.
function readings(states) {
  const groups = new Map();
  for (const { world, outcome } of states) {
    const key = JSON.stringify(outcome);
    groups.set(key, { outcome, all: [...(groups.get(key)?.all ?? []), ...world.all] });
  }
  return [...groups.values()];
}

if (typeof module !== 'undefined') {
  module.exports = { NO, DOUBT, YES, prepare, judge, isPossible, read, speaksOfDoubt };
}
