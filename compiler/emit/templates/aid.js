// The decision aid of one protocol, third part: showing what aid_answers.js and aid_duties.js work out. Every word stands
// in the data of the page. Answers live in a variable of this script and nowhere else.

function start(data) {
  const words = data.words;
  const byId = (id) => document.getElementById(id);
  const said = (text, ...parts) => text.replace(/\{(\d)\}/g, (_, i) => parts[i] ?? '');
  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!:]$/.test(text) ? '' : '.');
  // Texts go in as text, never as HTML.
  const make = (tag, looks, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(looks)) element.setAttribute(name, value);
    element.append(...children.flat().filter((child) => child !== null));
    return element;
  };
  const button = (looks, onclick, ...children) => {
    const element = make('button', { type: 'button', ...looks }, ...children);
    element.addEventListener('click', onclick);
    return element;
  };
  const listOf = (items, looks = {}) => (items.length === 0 ? null
    : make('ul', looks, items.map((item) => make('li', {}, item))));
  const partAs = (heading, title, looks, ...children) => (children.every((child) => child === null) ? null
    : make('section', looks, make(heading, {}, title), ...children));
  const part = (...all) => partAs('h3', ...all);
  const answerWord = (answer) => (answer === YES ? words.yes : answer === NO ? words.no
    : answer === DOUBT ? words.doubt : words.notYet);
  const answerText = (one, answer) => one.say?.[ANSWERS.indexOf(answer)] ?? '';

  // The way so far: [{variable, answer}], answer 0 for what is not known yet.
  let way = [];
  // What each way leads to is worked out once: going back shows what was shown.
  const known = new Map();
  const current = (steps = way) => {
    const key = steps.map((step) => `${step.variable} ${step.answer}`).join();
    if (!known.has(key)) {
      known.set(key, judge(data, steps.reduce((all, step) => all.with(step.variable, step.answer), data.vars.map(() => 0)),
        steps.filter((step) => step.answer === 0).map((step) => step.variable)));
    }
    return known.get(key);
  };

  function answer(variable, value) {
    way.push({ variable, answer: value });
    show();
  }

  function answerButton(variable, value) {
    const one = data.vars[variable];
    const text = value === 0 ? words.notYetWhy : answerText(one, value);
    return button({ class: 'answer', 'data-answer': value }, () => answer(variable, value),
      make('b', {}, answerWord(value)), text && make('span', {}, ` ${sentence(text)}`));
  }

  function question(result) {
    const one = data.vars[result.next];
    const isNews = isNew(result);
    return [
      // Above the question, so no part of it.
      ...dangerSeen(result),
      ...special(result, 'h2', ({ fact }) => fact === way.at(-1)?.variable),
      ...warnings(result, 'h2'),
      already(result, 'h2', true, isNews),
      isNews ? oneReading(result, 'h2') : null,
      make('fieldset', {},
        make('legend', {}, make('h2', { tabindex: '-1', id: 'top' }, one.ask)),
        one.about ? make('p', { class: 'about' }, one.about) : null,
        one.means ? make('p', { class: 'means' }, one.means) : dependents(result),
        ownWords(one.own ?? []),
        make('div', { class: 'answers' }, [...ANSWERS.filter((value) => result.domains[result.next] & value),
          ...(one.later ? [0] : [])].map((value) => answerButton(result.next, value)))),
      ...special(result, 'h3', ({ fact }) => fact !== way.at(-1)?.variable),
      isNews ? null : already(result, 'h3', false, true),
      isNews ? null : oneReading(result, 'h3'),
      ...inDoubt(result),
      direct(result, way.length === 0),
      ...(way.length === 0 ? forAll() : []),
    ];
  }

  // Why it is asked, when neither the code nor a definition says so.
  function dependents(result) {
    if (data.vars[result.next].asked) return null;
    const duties = data.duties.filter((duty) => readsFact(data, duty, result.next) && truthOf(data, duty, result.domains) !== NO);
    return duties.length === 0 ? null : make('div', {}, make('p', { class: 'means' }, words.dependsOn), listOf(duties.map(dutyItem)));
  }

  // What the code says for who is not certain: no more than it says.
  function inDoubt(result) {
    if ((result.domains[result.next] & DOUBT) === 0) return [];
    const doubted = current([...way, { variable: result.next, answer: DOUBT }]);
    const duties = data.duties.filter((duty) => !duty.exception && truthOf(data, duty, doubted.domains) === YES &&
      truthOf(data, duty, result.domains) !== YES);
    return [
      make('p', { class: 'hint' }, words.hint, doubted.certain.open ? [' ', ...numbers(words.hintOpen)] : [],
        doubted.certain.wait ? ` ${words.hintWait}` : []),
      part(words.inDoubt, { class: 'doubt' }, listOf(duties.map(dutyItem))),
    ];
  }

  function direct(result, isOpen) {
    const duties = directIn(data, result);
    return duties.length === 0 ? null : make('details', { class: 'direct', ...(isOpen ? { open: '' } : {}) },
      make('summary', {}, make('h3', {}, words.direct)), ...grouped(routesFirst(duties), new Set()));
  }

  // The numbers in a text as links; what more it has a place for stands behind them.
  const numbers = (text, ...more) => text.split(/\{(\d)\}/).map((part, i) => (i % 2 === 0 ? part : [
    ...data.phones.map((number) => make('a', { href: `tel:${number.replace(/\D/g, '')}` }, number)), ...more][part]));
  const linked = (text) => make('p', {}, make('b', {}, numbers(text)));
  const isSeen = (result) => data.vars.some((one, fact) => one.danger && isSingle(result.domains[fact]) && result.domains[fact] !== NO);

  // What the organisation says itself to everybody.
  const forAll = () => data.forAll.map(({ label, own }) => fold(label, own.map((text) => make('p', {}, text)), { class: 'own' }));

  // Danger before all that the code says: most when it is now, or nothing answers it.
  function danger(result) {
    const { facts, closing } = unansweredDangers(data, result);
    const all = [...dangersNow(data, result).filter((fact) => !facts.includes(fact)), ...facts];
    if (all.length === 0) return isSeen(result) ? [make('section', { class: 'danger' }, linked(words.dangerFirst))] : [];
    const isTold = (fact) => circumstances(data, result).some((one) => one.fact === fact && one.own.length > 0);
    const clash = closing.length > 0 ? said(words.dangerEnds, namesOf(closing)) : facts.every(isTold) ? '' : words.dangerSilent;
    return [dangerBox('h3', all, result,
      ...turnedDangers(data, way, result).map(({ fact, list }) => make('p', {}, said(words.dangerAlso,
        sentence(answerText(data.vars[fact], NO))), ' ', numbers(words.dangerTurned, namesOf(list)))),
      ...(facts.length === 0 ? [] : [clash, words.dangerDecide]).filter(Boolean).map((text) => make('p', {}, text)))];
  }
  const dangerBox = (heading, facts, result, ...more) => make('section', { class: 'danger' },
    make(heading, {}, facts.some((fact) => data.vars[fact].danger && result.domains[fact] === YES) ? words.dangerSure : words.danger),
    linked(words.dangerCall),
    listOf(facts.map((fact) => said(words.dangerAnswered, sentence(answerText(data.vars[fact], result.domains[fact]))))), ...more);
  // On the way, as soon as it is answered, and above each question behind that.
  const dangerSeen = (result) => (dangersNow(data, result).length === 0 ? [] : [dangerBox('h2', dangersNow(data, result), result)]);
  const namesOf = (list) => list.map((i) => data.consequences[i].label.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())).join(', ');

  // What is special about this case, open: nobody may miss what must not be done now.
  function special(result, heading, isHere = () => true) {
    return circumstances(data, result).filter(isHere).map(({ fact, forbidden, excepted, own }) => make('section', { class: forbidden.length + excepted.length > 0 ? 'special' : 'already' },
      make(heading, {}, said(words.because, sentence(answerText(data.vars[fact], result.domains[fact])))),
      listOf(forbidden.map(dutyItem)),
      ...own.flatMap(({ label, texts, duties }) => [make('p', {}, make('b', {}, label)),
        ...texts.map((text) => make('p', {}, text)), listOf(duties.map(dutyItem))]),
      ...(excepted.length === 0 ? [] : [make('p', {}, words.notNow), listOf(excepted.map(dutyItem))])));
  }

  // Where the code contradicts itself, or a norm asks for something else: before anything else.
  function warnings(result, heading) {
    const told = (list, text) => list.map((i) => [`${data.meldnormen[i].promised} `, ...numbers(text)]);
    return [
      partAs(heading, words.conflict, { class: 'conflict' }, listOf(told(result.conflicts, words.conflictNow))),
      result.delayed.length === 0 ? null
        : make('section', { class: 'conflict' }, listOf(told(result.delayed, words.conflictLater))),
      partAs(heading, words.short, { class: 'conflict' },
        listOf(result.short.map((i) => normItem(data.norms[i]))),
        result.short.length > 0 ? make('p', {}, numbers(words.shortWhy)) : null),
    ];
  }

  // What is certain before the last question must not wait for it: danger least of all. To report and to call stand above
  // each question, all the rest only above the first behind the answer that gave it.
  function already(result, heading, isAbove, isWhole) {
    const isStrong = (i) => data.consequences[i].strong;
    const shown = certainOnTheWay(data, result).filter((i) => (isAbove ? isWhole || isStrong(i) : !isStrong(i)));
    const duties = (modality) => (isWhole
      ? listOf(firstIn(data, result).filter((duty) => duty.sure && duty.modality === modality).map(dutyItem)) : null);
    const parts = [[words.already, consequences(inOrder(data, shown, result), false), duties('must')],
      [words.may, duties('may')], [words.mayNot, duties('mayNot')]]
      .map(([title, ...lists]) => [title, lists.filter((each) => each !== null)]).filter(([, lists]) => lists.length > 0);
    return parts.length === 0 ? null
      : make('section', { class: 'already' }, parts.map(([title, lists]) => [make(heading, {}, title), ...lists]).flat());
  }

  // What the code says in one of its readings only, or says against itself.
  function oneReading(result, heading) {
    const duties = firstIn(data, result).filter((duty) => !duty.sure);
    return partAs(heading, words.oneReading, { class: 'already' }, listOf(duties.map(dutyItem)));
  }
  // Whether the last answer made someone act at once, or made it certain that something must be done: then that stands
  // before the next question.
  const isNew = (result) => {
    if (way.length === 0) return false;
    const before = current(way.slice(0, -1));
    return firstIn(data, result).length > firstIn(data, before).length ||
      result.certain.must.some((each) => !before.certain.must.includes(each));
  };

  const consequences = (list, withWho = true) => listOf(list.map((i) => {
    const one = data.consequences[i];
    return [make('b', {}, one.label), withWho ? listOf(one.who, { class: 'who' }) : null]
      .filter((each) => each !== null);
  }), { class: 'consequences' });

  const dutyItem = (duty) => [duty.text,
    ...duty.marks.flatMap((mark) => [' ', make('span', { class: 'mark' }, mark)]),
    ...(duty.from ? [' ', make('span', { class: 'source' }, `(${duty.from})`)] : [])];

  // What the organisation says itself, folded: who knows it need not pass it.
  function ownWords(paragraphs) {
    return paragraphs.length === 0 ? null
      : make('details', { class: 'own' }, make('summary', {}, words.own), ...paragraphs.map((one) => make('p', {}, one)));
  }

  // Duties below the step, route or subject in which they stand, what must be done first and what must not or may apart.
  // What is said of one itself, once: `told` has those that were shown.
  function grouped(duties, told) {
    const own = (group) => (told.has(group) ? null : (told.add(group), ownWords(data.own[group])));
    const kinds = [['must', null], ['mayNot', words.mayNot], ['may', words.may]];
    return [...new Set(duties.map((duty) => duty.group))].map((group) => make('div', {},
      make('h4', {}, data.groups[group]), own(group), ...data.scopes[group].map((text) => make('p', { class: 'scope' }, text)),
      duties.some((duty) => duty.group === group && !duty.writes) ? listOf(data.exceptions[group], { class: 'scope' }) : null,
      ...kinds.flatMap(([modality, title]) => {
        const list = listOf(duties.filter((duty) => duty.group === group && duty.modality === modality).map(dutyItem));
        return list === null ? [] : [title && make('p', { class: 'kind' }, title), list].filter((each) => each !== null);
      })));
  }

  function readingParts(result) {
    const all = result.readings.flatMap((group) => group.all);
    return result.readings.map((group, number) => {
      // Only what sets this outcome apart from the others.
      const told = data.slots.flatMap((slot, i) => {
        const own = [...new Set(group.all.map((world) => world[i]))];
        const every = new Set(all.map((world) => world[i]));
        return own.length < every.size ? own.map((value) => slot[value]) : [];
      });
      return make('div', { class: 'reading' }, make('h4', {}, said(words.reading, number + 1)),
        listOf(told), outcomeParts(group.outcome, result, 'h5'));
    });
  }

  function outcomeParts(outcome, result, heading) {
    const block = (title, list, look) => (list.length === 0 ? []
      : [make('div', { class: look }, make(heading, {}, title), consequences(list))]);
    const nothing = [outcome.must, outcome.may, outcome.mayNot].every((one) => one.length === 0);
    return [
      ...block(words.must, inOrder(data, outcome.must, result), 'must'),
      ...block(words.perhaps, outcome.perhaps, 'perhaps'),
      ...block(words.may, outcome.may, 'may'),
      ...block(words.mayNot, outcome.mayNot, 'may-not'),
      ...(outcome.open ? [make('p', { class: 'notice' }, numbers(words.undetermined))]
        : nothing && !outcome.wait ? [make('p', { class: 'notice' }, words.nothing)] : []),
      ...(outcome.wait ? [make('p', { class: 'notice' }, words.deferred)] : []),
    ];
  }

  function why(result) {
    return fold(words.why, [listOf([...keptPromises(data, result), ...result.grounds.map((i) => normItem(data.norms[i]))]) ??
      make('p', {}, words.whyNone)], { class: 'why' });
  }

  const normItem = (norm) => [`${norm.title} (${norm.layer}). `,
    ...norm.grounds.flatMap((ground, i) => [i === 0 ? '' : '; ',
      ground.url ? make('a', { href: ground.url, rel: 'noreferrer' }, ground.text) : ground.text]),
    ...(norm.reservation ? [' ', make('span', { class: 'mark' }, norm.reservation)] : [])];

  function outcome(result) {
    const { certain } = result;
    const found = circumstances(data, result);
    const told = new Set(found.flatMap(({ own }) => own.map(({ label }) => data.groups.indexOf(label))));
    const places = dutiesIn(data, result, found);
    // Who doubts is told what the code asks of who doubts, whatever the doubt is about.
    const isInDoubt = way.some((step) => step.answer === DOUBT);
    const doubt = listOf(places.doubtful.map(dutyItem));
    const folded = (title, duties) => fold(title, grouped(duties, told));
    return [
      make('h2', { tabindex: '-1', id: 'top' }, words.result),
      ...danger(result),
      ...special(result, 'h3'),
      ...warnings(result, 'h3'),
      part(words.directNow, { class: 'direct' }, ...grouped(places.direct, told)),
      part(words.direct, { class: 'direct' }, ...grouped(places.pending, told)),
      ...outcomeParts(certain, result, 'h3'),
      isInDoubt ? part(words.inDoubt, { class: 'doubt' }, doubt) : null,
      ...(data.truncated ? [make('p', { class: 'notice' }, data.truncated)] : []),
      ...following(result),
      part(words.who, {}, ...grouped(places.who, told)),
      part(words.oneReading, {}, ...grouped(places.unsure, told)),
      part(words.direct, { class: 'direct' }, ...grouped(places.urgent, told)),
      ...forAll(),
      result.terms.length === 0 ? null : part(words.terms, { class: 'terms' },
        make('p', {}, words.termsWhy), ...result.terms.map((variable) => term(variable, result))),
      result.readings.length < 2 ? null : part(words.readings, { class: 'readings' },
        make('p', {}, numbers(words.readingsWhy)), ...readingParts(result)),
      part(words.record, {}, ...grouped(places.records, told)),
      data.places ? make('p', { class: 'hint' }, data.places) : null,
      folded(words.other, places.others),
      folded(words.onlyIf, places.sometimes),
      folded(words.unreached, places.elsewhere),
      isInDoubt ? null : fold(words.inDoubtLater, [doubt], { class: 'doubt' }),
      why(result),
    ];
  }

  const fold = (title, children, looks = {}) => (children.every((child) => child === null) ? null
    : make('details', looks, make('summary', {}, title), ...children));

  // What nobody knows yet, or was not asked, with what it could change.
  function following(result) {
    const { open, list } = stillFollowing(data, way, result);
    const out = ruledOut(data, way, result);
    const unknown = open.map(({ variable, answer: given }) => (given === DOUBT ? sentence(answerText(data.vars[variable], DOUBT))
      : data.vars[variable].ask));
    return [
      ...way.filter((step) => step.answer === 0).map(({ variable }) => make('p', { class: 'notice' },
        said(words.later, data.vars[variable].ask))),
      list.length === 0 ? null : make('div', { class: 'perhaps' }, make('h3', {}, words.following),
        make('p', {}, words.followingWhy), listOf(unknown),
        consequences(strongFirst(data, list))),
      out.facts.length === 0 ? null : part(words.unasked, {}, make('p', {}, words.unaskedWhy),
        listOf(out.facts.map((fact) => sentence(answerText(data.vars[fact], YES)))),
        make('p', {}, said(words.unaskedElse, namesOf(out.list)))),
    ];
  }

  // With all that hangs on it and can hold here: the same words at another duty are the same answer.
  function term(variable, result) {
    const one = data.vars[variable];
    const duties = one.duties.map((i) => data.duties[i]).filter((duty) => mayApply(data, duty, result.domains));
    return make('fieldset', {}, make('legend', {}, one.ask), make('p', {}, words.termWhere),
      listOf([...one.questions, ...duties.map(dutyItem)]),
      one.questions.length + duties.length < 2 ? null : make('p', { class: 'hint' }, words.termTogether), make('div', { class: 'answers' },
        [YES, NO].map((value) => answerButton(variable, value))));
  }

  function path(result) {
    const items = way.map((step, i) => {
      const one = data.vars[step.variable];
      const text = answerText(one, step.answer);
      return make('li', {}, `${one.ask} `, make('b', {}, answerWord(step.answer)),
        text ? `: ${sentence(text)} ` : ' ',
        button({ class: 'change', 'aria-label': said(words.changeOf, one.ask) }, () => {
          way = way.slice(0, i);
          show();
        }, words.change));
    });
    const answered = way.map((step) => step.variable);
    const columns = data.worlds.flatMap((world) => world.columns);
    const following = data.order.filter((fact) => !answered.includes(fact) && columns.includes(fact) && isSingle(result.domains[fact]))
      .map((fact) => (isUnasked(data, way, result, fact) ? make('li', {}, said(words.notAsked, data.vars[fact].ask))
        : make('li', {}, sentence(answerText(data.vars[fact], result.domains[fact])), ' ',
          make('span', { class: 'source' }, `(${words.follows})`))));
    return [make('ol', {}, items), following.length > 0 ? make('ul', {}, following) : null];
  }

  // What a screen reader is told: warnings first, in the words in which they stand there.
  function status(result, isDone) {
    const must = inOrder(data, result.certain.must, result).map((i) => data.consequences[i].label).join(', ');
    const told = [
      ...(isDone ? danger(result) : dangerSeen(result)).map((one) => one.firstChild.textContent),
      ...circumstances(data, result).filter(({ fact }) => isDone || fact === way.at(-1)?.variable).flatMap(
        ({ fact, forbidden }) => [said(words.because, answerText(data.vars[fact], result.domains[fact])),
          ...forbidden.map((duty) => duty.text)]),
      ...(result.conflicts.length > 0 ? [words.conflict] : []),
      ...result.delayed.map((i) => `${data.meldnormen[i].promised} ${said(words.conflictLater, ...data.phones)}`),
      ...(result.short.length > 0 ? [words.short] : []),
    ].map(sentence);
    if (isDone) {
      return [...told, said(words.statusResult, must ? `${words.must}: ${must}.`
        : result.certain.open ? said(words.undetermined, ...data.phones) : words.nothing)].join(' ');
    }
    const isNews = isNew(result);
    const strong = result.certain.must.filter((i) => data.consequences[i].strong).map((i) => data.consequences[i].label);
    return [...told, ...(isNews ? [...(strong.length > 0 ? [`${words.already}: ${strong.join(', ')}`] : []),
      ...firstIn(data, result).map((duty) => duty.text)].map(sentence) : [])].join(' ');
  }

  function show(isFirst = false) {
    const result = current();
    const isDone = result.next === null || result.next === undefined;
    byId('work').replaceChildren(...(isDone ? outcome(result) : question(result))
      .filter((each) => each !== null));
    byId('path-list').replaceChildren(...path(result).filter((each) => each !== null));
    byId('path').hidden = way.length === 0;
    byId('back').disabled = way.length === 0;
    byId('restart').disabled = way.length === 0;
    byId('status').textContent = status(result, isDone);
    document.title = `${isDone ? words.result : said(words.statusQuestion, data.vars[result.next].ask)} | ${
      data.label}`;
    // The reader goes on where the new question stands; at the start the page is read from its head.
    if (isFirst) return;
    // What stands above a question is in sight as well.
    byId('work').scrollIntoView();
    byId('top').focus({ preventScroll: true });
  }

  byId('back').addEventListener('click', () => { way = way.slice(0, -1); show(); });
  byId('restart').addEventListener('click', () => { way = []; show(); });
  // Numbers and reasons belong on paper too.
  window.addEventListener('beforeprint', () => document.querySelectorAll('.phones details, .why').forEach(
    (one) => { one.open = true; }));
  byId('print').addEventListener('click', () => window.print());
  byId('controls').hidden = false;
  show(true);
}

if (typeof document !== 'undefined') {
  start(prepare(JSON.parse(document.getElementById('data').textContent)));
}
