// The decision aid of one protocol, second part: what the answers mean for duties, and what has to be told beside what
// follows from them: danger that nothing answers, what keeps from a duty, what may still follow.

const conditionsOf = (data, duty) => [duty.when, duty.route === null ? null : data.routes[duty.route].when]
  .filter((each) => each !== null);
const readsFact = (data, duty, fact) => conditionsOf(data, duty).some((each) => factsOf(each).includes(fact));

// YES, NO or both: whether a duty holds here.
const truthOf = (data, duty, domains) => conditionsOf(data, duty).reduce((all, each) => {
  const truth = read(each, domains, CRISP);
  return all === NO || (truth & YES) === 0 ? NO : truth === YES ? all : CRISP;
}, YES);
const applying = (data, result) => data.duties.filter(
  (duty) => !duty.exception && truthOf(data, duty, result.domains) === YES);

// Not ruled out, but not certain either.
const mayApply = (data, duty, domains) => !duty.exception && truthOf(data, duty, domains) !== YES &&
  conditionsOf(data, duty).every((each) => (read(each, domains, CRISP) & (YES | DOUBT)) !== 0);
const routesFirst = (duties) => duties.toSorted((a, b) => Number(b.route !== null) - Number(a.route !== null));
// What must be done at once and is not ruled out: nobody has to find the question for it first.
const directIn = (data, result) => data.duties.filter((duty) => duty.direct && mayApply(data, duty, result.domains));
// What holds already and cannot wait for the last question.
const firstIn = (data, result) => applying(data, result).filter(
  (duty) => duty.route !== null || (duty.direct && duty.when !== null && duty.modality !== 'mayNot'));

// A duty with `tenzij` of which nobody was asked: it holds, unless somebody sees that it is so. It tells that itself.
function holdsUnless(data, duty, domains) {
  if (duty.exception || duty.when === null || truthOf(data, duty, domains) !== CRISP) return false;
  const quiet = domains.map((set, i) => (data.vars[i].circumstance && !isSingle(set) ? NO : set));
  return truthOf(data, duty, quiet) === YES;
}

// Whether a duty would hold were nothing so of what keeps from it.
function isLifted(data, duty, domains) {
  const facts = domains.flatMap((set, fact) => (isSingle(set) && set !== NO && isExcepting(data, duty, fact) ? [fact] : []));
  return truthOf(data, duty, domains) === NO && facts.length > 0 &&
    truthOf(data, duty, facts.reduce((all, fact) => all.with(fact, NO), domains)) !== NO;
}

// What is written down of what is done in a step has nothing to tell of when a circumstance keeps from all of it.
function isIdle(data, duty, domains) {
  if (!duty.writes || duty.step === null) return false;
  const done = data.duties.filter((one) => one.group === duty.group && !one.writes && !one.consults && !one.exception &&
    one.modality !== 'mayNot');
  return done.some((one) => isLifted(data, one, domains)) && !done.some((one) => truthOf(data, one, domains) === YES || holdsUnless(data, one, domains));
}

// Dangers that were answered with yes or doubt, and circumstances in doubt that ask for something at once, while the code
// ends here in some reading or asks for nothing against them: neither to report nor to call 112, nor anything at once, on
// a route of its own or with a consequence, because of them. `closing`: by what it ends.
function unansweredDangers(data, result) {
  const { domains, certain, readings: all } = result;
  const isAny = (list, what) => list.some((i) => data.consequences[i][what]);
  const closing = sorted(union(all.map(({ outcome }) => outcome.must.filter((i) => data.consequences[i].ends))));
  const ends = closing.length > 0;
  const isDoubted = (fact) => domains[fact] === DOUBT;
  // More than without the doubt: the questions say themselves what is done in it.
  const asksMore = (fact) => {
    const calm = judge(data, domains.with(fact, NO));
    return calm !== null && certain.must.some((each) => !calm.certain.must.includes(each));
  };
  const isAnswered = (fact) => isAny(certain.must, 'strong') || applying(data, result).some((duty) => duty.sure &&
    duty.modality === 'must' && readsFact(data, duty, fact) &&
    (isDoubted(fact) || duty.direct || duty.route !== null || duty.gives.length > 0)) || (isDoubted(fact) && asksMore(fact));
  const isGrave = (fact) => data.vars[fact].danger || (isDoubted(fact) && data.vars[fact].circumstance &&
    data.duties.some((duty) => duty.direct && readsFact(data, duty, fact)));
  return { closing, facts: data.vars.flatMap((_, fact) => (
    isSingle(domains[fact]) && domains[fact] !== NO && isGrave(fact) && (ends || !isAnswered(fact)) ? [fact] : [])) };
}

// Dangers of now that somebody sees, or is not certain about.
const dangersNow = (data, { domains }) => data.order.filter(
  (fact) => data.vars[fact].now && isSingle(domains[fact]) && domains[fact] !== NO);

const strongFirst = (data, list) => list.toSorted((a, b) => data.consequences[b].strong - data.consequences[a].strong);

// What protects most stands first, then what is done at once, and of that what the first route asks.
function inOrder(data, list, result) {
  const urgent = [...new Set(routesFirst(applying(data, result).filter((duty) => duty.direct)).flatMap((duty) => duty.gives))];
  return strongFirst(data, [...urgent.filter((each) => list.includes(each)), ...list.filter((each) => !urgent.includes(each))]);
}

// Where there is danger now and no question of the code ends in a report, the other dangers of now that were answered with
// no and that with yes would: the code takes them apart, who answers may not. An answer that leaves no room for such a yes
// is taken to fall with it.
function turnedDangers(data, way, result) {
  const called = union(data.duties.filter((duty) => duty.direct).map((duty) => duty.gives));
  if (!dangersNow(data, result).some((fact) => result.domains[fact] === YES) ||
    result.certain.must.some((each) => data.consequences[each].strong && !called.includes(each))) return [];
  const given = (steps) => steps.reduce((all, { variable, answer }) => all.with(variable, answer), data.vars.map(() => 0));
  const untied = way.filter(({ variable }) => !data.linked.includes(variable));
  return way.filter(({ variable, answer }) => data.vars[variable].now && answer === NO).map(({ variable: fact }) => {
    const other = judge(data, given(way).with(fact, YES)) ?? judge(data, given(untied).with(fact, YES));
    return { fact, list: other === null ? [] : other.certain.must.filter(
      (each) => data.consequences[each].strong && !result.certain.must.includes(each)) };
  }).filter(({ list }) => list.length > 0);
}

// Circumstances that are so, or may be: with what they forbid, the duties that they keep from, and what the organisation
// says itself of them. A text that hangs on two of them stands at the first.
function circumstances(data, result) {
  const { domains } = result;
  const told = new Set();
  const once = (list) => list.filter((each) => !told.has(each) && told.add(each));
  return data.vars.flatMap((one, fact) => {
    if (!one.circumstance || !isSingle(domains[fact]) || domains[fact] === NO) return [];
    const forbidden = once(data.duties.filter((duty) => duty.modality === 'mayNot' && !duty.exception &&
      readsFact(data, duty, fact) && truthOf(data, duty, domains) === YES));
    const without = domains.with(fact, NO);
    const excepted = once(data.duties.filter((duty) => duty.modality !== 'mayNot' && !duty.writes && !duty.exception &&
      truthOf(data, duty, domains) === NO && truthOf(data, duty, without) !== NO && isExcepting(data, duty, fact)));
    const own = once(data.circumstances.filter(({ facts }) => facts.includes(fact))).map(({ label, own: texts }) => ({ label, texts,
      duties: data.duties.filter((duty) => duty.exception && data.groups[duty.group] === label &&
        truthOf(data, duty, domains) !== NO) })).filter(({ texts, duties }) => texts.length + duties.length > 0);
    return forbidden.length + excepted.length + own.length === 0 ? [] : [{ fact, forbidden, excepted, own }];
  });
}

// Whether a fact keeps from a duty: it stands below an odd number of `niet` and `tenzij`.
const isExcepting = (data, duty, fact) => duty.when !== null && (function isBelow(condition, isNot) {
  const [kind, ...rest] = condition;
  return kind === 'fact' ? isNot && rest[0] === fact
    : kind !== 'term' && kind !== 'doubt' && rest.some((each) => isBelow(each, isNot !== (kind === 'not')));
})(duty.when, false);

const beyond = (other, { certain }) => sorted(other.possible.filter(
  (each) => ![certain.must, certain.perhaps, certain.may].some((list) => list.includes(each))));

// What the code promises of a case like this and the outcome keeps, in words.
const keptPromises = (data, { domains, certain }) => data.meldnormen.flatMap((one, i) => (data.worlds.some(
  (world) => world.promises.some((promise) => promise.of === i && read(promise.when, domains, NO) === YES &&
    promise.must.every((each) => certain.must.includes(each)))) ? [one.kept] : []));

// What is certain on the way. That a case is closed is not told to whom there is danger now for: the outcome says that it
// does not fit.
const certainOnTheWay = (data, result) => (dangersNow(data, result).length === 0 ? result.certain.must
  : result.certain.must.filter((i) => !data.consequences[i].ends));

// What may still follow once nobody doubts any more and what shows later is known: beside what the result says already.
function stillFollowing(data, way, result) {
  const open = way.filter(({ answer }) => answer === DOUBT || answer === 0);
  if (open.length === 0) return { open, list: [] };
  const settled = judge(data, way.reduce((all, { variable, answer }) => (
    answer === DOUBT ? all : all.with(variable, answer)), data.vars.map(() => 0)));
  return { open, list: beyond(settled, result) };
}

// Dangers that nobody was asked about since another answer rules them out, and what would follow from them.
function ruledOut(data, way, result) {
  const given = way.filter(({ variable }) => !data.linked.includes(variable))
    .reduce((all, { variable, answer }) => all.with(variable, answer), data.vars.map(() => 0));
  const found = data.order.filter((fact) => isUnasked(data, way, result, fact)).map((fact) => {
    const other = judge(data, given.with(fact, YES));
    return { fact, list: other === null ? [] : beyond(other, result) };
  }).filter(({ list }) => list.length > 0);
  return { facts: found.map(({ fact }) => fact), list: sorted(union(found.map(({ list }) => list))) };
}

// Dangers that other answers leave no room for: nobody said that there is none.
const isUnasked = (data, way, result, fact) => data.vars[fact].danger && result.domains[fact] === NO &&
  !way.some(({ variable }) => variable === fact);

// Behind all steps what stands in none; two of these differ by no number, and stay as they are.
const inOrderOfSteps = (duties) => duties.toSorted((a, b) => (a.step ?? Infinity) - (b.step ?? Infinity) || 0);

// All duties by the place that a result has for them. What is decided here and what follows on that, and what hangs on an
// answer, is open; what a subject asks of some cases only is no duty of every case. `found`: the circumstances.
function dutiesIn(data, result, found) {
  const { certain, domains } = result;
  const unless = data.duties.filter((duty) => holdsUnless(data, duty, domains) && !duty.direct);
  const isHere = (duty) => duty.step === null || result.reached[duty.step];
  const isDone = (duty) => !isIdle(data, duty, domains);
  const isHolding = (duty) => truthOf(data, duty, domains) === YES;
  const follows = (duty) => duty.gives.some((each) => certain.must.includes(each) || certain.may.includes(each));
  const isOwn = (duty) => duty.when !== null || duty.route !== null || follows(duty);
  const isScoped = (duty) => data.scopes[duty.group].length > 0 && !isOwn(duty) &&
    !data.duties.some((one) => one.group === duty.group && one.when !== null && isHolding(one));
  const isOpenHere = (duty) => isOwn(duty) || (duty.step !== null && result.decided[duty.step]) ||
    (duty.consults && duty.modality === 'must');
  const certainly = applying(data, result);
  const holding = inOrderOfSteps(data.duties.filter((duty) => certainly.includes(duty) || unless.includes(duty)));
  const all = holding.filter((duty) => isHere(duty) && isDone(duty));
  const now = all.filter((duty) => duty.sure && !isScoped(duty));
  // What is done at once is told once, before all else.
  const direct = all.filter((duty) => duty.direct && duty.modality !== 'mayNot' && !isScoped(duty));
  const isLater = (duty) => !direct.includes(duty);
  const urgent = directIn(data, result);
  const isDoubted = (duty) => conditionsOf(data, duty).flatMap(factsOf).some((fact) => domains[fact] === DOUBT);
  // Of what may have to be done at once, what hangs on a doubt, or on no more than what people judge.
  const isPending = (duty) => isDoubted(duty) || conditionsOf(data, duty).flatMap(factsOf).every((fact) => isSingle(domains[fact]));
  const doubtful = data.doubt.duties.filter((duty) => !isHolding(duty));
  const shown = [...urgent, ...doubtful, ...unless, ...found.flatMap(({ own }) => own.flatMap(({ duties }) => duties))];
  return {
    direct: routesFirst(direct.toSorted((a, b) => b.sure - a.sure)), pending: routesFirst(urgent.filter(isPending)),
    urgent: routesFirst(urgent.filter((duty) => !isPending(duty))), doubtful,
    who: routesFirst(now.filter((duty) => !duty.writes && isOpenHere(duty) && isLater(duty))),
    unsure: routesFirst(all.filter((duty) => !duty.sure && isLater(duty))),
    records: now.filter((duty) => duty.writes && isLater(duty)),
    others: now.filter((duty) => !duty.writes && !isOpenHere(duty) && isLater(duty)),
    sometimes: data.duties.filter((duty) => !shown.includes(duty) && !duty.onward && (truthOf(data, duty, domains) === CRISP ||
      (isHolding(duty) && (duty.exception || !isDone(duty) || (duty.sure && isHere(duty) && isScoped(duty)))))),
    elsewhere: holding.filter((duty) => !isHere(duty)),
  };
}
