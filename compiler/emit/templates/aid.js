// The decision aid of one protocol, second half: showing what aid_answers.js works out. Every word stands
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
      ...warnings(result, 'h2'),
      isNews ? already(result, 'h2') : null,
      make('fieldset', {},
        make('legend', {}, make('h2', { tabindex: '-1', id: 'top' }, one.ask)),
        one.about ? make('p', { class: 'about' }, one.about) : null,
        one.means ? make('p', { class: 'means' }, one.means) : null,
        ownWords(one.own ?? []),
        make('div', { class: 'answers' }, [...ANSWERS.filter((value) => result.domains[result.next] & value),
          ...(one.later ? [0] : [])].map((value) => answerButton(result.next, value)))),
      ...inDoubt(result),
      isNews ? null : already(result, 'h3'),
      direct(result, way.length === 0),
    ];
  }

  // What the code says for who is not certain: no more than it says.
  function inDoubt(result) {
    if ((result.domains[result.next] & DOUBT) === 0) return [];
    const doubted = current([...way, { variable: result.next, answer: DOUBT }]);
    const duties = data.duties.filter((duty) => !duty.exception && truthOf(duty, doubted.domains) === YES &&
      truthOf(duty, result.domains) !== YES);
    return [
      make('p', { class: 'hint' }, [words.hint, ...(doubted.certain.open ? [words.hintOpen] : []),
        ...(doubted.certain.wait ? [words.hintWait] : [])].join(' ')),
      part(words.inDoubt, { class: 'doubt' }, listOf(duties.map(dutyItem))),
    ];
  }

  // What must be done at once and is not ruled out: nobody has to find the question for it first.
  const mayApply = (duty, domains) => !duty.exception && truthOf(duty, domains) !== YES &&
    conditionsOf(duty).every((each) => (read(each, domains, CRISP) & (YES | DOUBT)) !== 0);
  const routesFirst = (duties) => duties.sort((a, b) => Number(b.route !== null) - Number(a.route !== null));
  const directIn = (result) => data.duties.filter((duty) => duty.direct && mayApply(duty, result.domains));
  function direct(result, isOpen) {
    const duties = directIn(result);
    return duties.length === 0 ? null : make('details', { class: 'direct', ...(isOpen ? { open: '' } : {}) },
      make('summary', {}, make('h3', {}, words.direct)), ...grouped(routesFirst(duties), new Set()));
  }

  // Where the code contradicts itself, or a norm asks for something else: before anything else.
  function warnings(result, heading) {
    const told = (list, text) => list.map((i) => `${data.meldnormen[i].promised} ${text}`);
    return [
      partAs(heading, words.conflict, { class: 'conflict' }, listOf(told(result.conflicts, words.conflictNow))),
      result.delayed.length === 0 ? null
        : make('section', { class: 'conflict' }, listOf(told(result.delayed, words.conflictLater))),
      partAs(heading, words.short, { class: 'conflict' },
        listOf(result.short.map((i) => normItem(data.norms[i]))),
        result.short.length > 0 ? make('p', {}, words.shortWhy) : null),
    ];
  }

  // What is certain before the last question must not wait for it: danger least of all.
  function already(result, heading) {
    const duties = (modality) => listOf(firstIn(result).filter((duty) => duty.modality === modality).map(dutyItem));
    const parts = [[words.already, consequences(inOrder(result.certain.must, result), false), duties('must')],
      [words.may, duties('may')], [words.mayNot, duties('mayNot')]]
      .map(([title, ...lists]) => [title, lists.filter((each) => each !== null)]).filter(([, lists]) => lists.length > 0);
    return parts.length === 0 ? null
      : make('section', { class: 'already' }, parts.map(([title, lists]) => [make(heading, {}, title), ...lists]).flat());
  }
  const firstIn = (result) => applying(result).filter(
    (duty) => duty.route !== null || (duty.direct && duty.when !== null));
  // What is done at once stands before what is done in the days after, and what the first route asks before all.
  function inOrder(list, result) {
    const urgent = [...new Set(routesFirst(applying(result).filter((duty) => duty.direct)).flatMap((duty) => duty.gives))];
    return [...urgent.filter((each) => list.includes(each)), ...list.filter((each) => !urgent.includes(each))];
  }
  // Whether the last answer made someone act at once: then that stands before the next question.
  const isNew = (result) => way.length > 0 &&
    firstIn(result).length > firstIn(current(way.slice(0, -1))).length;

  const consequences = (list, withWho = true) => listOf(list.map((i) => {
    const one = data.consequences[i];
    return [make('b', {}, one.label), withWho ? listOf(one.who, { class: 'who' }) : null]
      .filter((each) => each !== null);
  }), { class: 'consequences' });

  const dutyItem = (duty) => [duty.text,
    ...duty.marks.flatMap((mark) => [' ', make('span', { class: 'mark' }, mark)]),
    ...(duty.from ? [' ', make('span', { class: 'source' }, `(${duty.from})`)] : [])];

  // YES, NO or both: whether a duty holds here.
  const conditionsOf = (duty) => [duty.when, duty.route === null ? null : data.routes[duty.route].when]
    .filter((each) => each !== null);
  const truthOf = (duty, domains) => conditionsOf(duty).reduce((all, each) => {
    const truth = read(each, domains, CRISP);
    return all === NO || (truth & YES) === 0 ? NO : truth === YES ? all : CRISP;
  }, YES);
  const applying = (result) => data.duties.filter(
    (duty) => !duty.exception && truthOf(duty, result.domains) === YES);

  // What the organisation says itself, folded: who knows it need not pass it.
  function ownWords(paragraphs) {
    return paragraphs.length === 0 ? null
      : make('details', { class: 'own' }, make('summary', {}, words.own), ...paragraphs.map((one) => make('p', {}, one)));
  }

  // Duties below the step, route or subject in which they stand.
  // What is said of one itself, once: `told` has those that were shown.
  function grouped(duties, told) {
    const own = (group) => (told.has(group) ? null : (told.add(group), ownWords(data.own[group])));
    return [...new Set(duties.map((duty) => duty.group))].map((group) => make('div', {},
      make('h4', {}, data.groups[group]), own(group),
      listOf(duties.filter((duty) => duty.group === group).map(dutyItem))));
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
      ...block(words.must, inOrder(outcome.must, result), 'must'),
      ...block(words.perhaps, outcome.perhaps, 'perhaps'),
      ...block(words.may, outcome.may, 'may'),
      ...block(words.mayNot, outcome.mayNot, 'may-not'),
      ...(outcome.open ? [make('p', { class: 'notice' }, words.undetermined)]
        : nothing && !outcome.wait ? [make('p', { class: 'notice' }, words.nothing)] : []),
      ...(outcome.wait ? [make('p', { class: 'notice' }, words.deferred)] : []),
    ];
  }

  function why(result) {
    const own = data.meldnormen.flatMap((one, i) => (data.worlds.some((world) => world.promises.some(
      (promise) => promise.of === i && read(promise.when, result.domains, NO) === YES &&
        promise.must.every((each) => result.certain.must.includes(each)))) ? [one.kept] : []));
    return part(words.why, { class: 'why' },
      listOf([...own, ...result.grounds.map((i) => normItem(data.norms[i]))]) ??
        make('p', {}, words.whyNone));
  }

  const normItem = (norm) => [`${norm.title} (${norm.layer}). `,
    ...norm.grounds.flatMap((ground, i) => [i === 0 ? '' : '; ',
      ground.url ? make('a', { href: ground.url, rel: 'noreferrer' }, ground.text) : ground.text]),
    ...(norm.reservation ? [' ', make('span', { class: 'mark' }, norm.reservation)] : [])];

  function outcome(result) {
    const { certain } = result;
    const isHere = (duty) => duty.step === null || result.reached[duty.step];
    const now = applying(result).filter(isHere);
    const told = new Set();
    const isSpecial = (duty) => duty.when !== null || duty.route !== null ||
      duty.gives.some((each) => certain.must.includes(each) || certain.may.includes(each));
    const record = now.filter((duty) => duty.writes);
    const special = routesFirst(now.filter((duty) => !duty.writes && isSpecial(duty)));
    const other = now.filter((duty) => !duty.writes && !isSpecial(duty));
    const urgent = directIn(result);
    const doubtful = data.doubt.duties.filter((duty) => truthOf(duty, result.domains) !== YES);
    const sometimes = data.duties.filter((duty) => !urgent.includes(duty) && !doubtful.includes(duty) &&
      ((duty.exception && truthOf(duty, result.domains) !== NO) || truthOf(duty, result.domains) === CRISP));
    const folded = (title, duties) => (duties.length === 0 ? null
      : make('details', {}, make('summary', {}, title), ...grouped(duties, told)));
    const later = way.filter((step) => step.answer === 0).map((step) => data.vars[step.variable].ask);
    return [
      make('h2', { tabindex: '-1', id: 'top' }, words.result),
      ...warnings(result, 'h3'),
      ...outcomeParts(certain, result, 'h3'),
      ...(data.truncated ? [make('p', { class: 'notice' }, data.truncated)] : []),
      ...later.map((text) => make('p', { class: 'notice' }, said(words.later, text))),
      part(words.who, {}, ...grouped(special, told)),
      part(words.direct, { class: 'direct' }, ...grouped(routesFirst(urgent), told)),
      part(words.inDoubt, { class: 'doubt' }, listOf(doubtful.map(dutyItem))),
      result.terms.length === 0 ? null : part(words.terms, { class: 'terms' },
        make('p', {}, words.termsWhy), ...result.terms.map((variable) => term(variable, result))),
      result.readings.length < 2 ? null : part(words.readings, { class: 'readings' },
        make('p', {}, words.readingsWhy), ...readingParts(result)),
      part(words.record, {}, ...grouped(record, told)),
      why(result),
      folded(words.other, other),
      folded(words.onlyIf, sometimes),
      folded(words.unreached, applying(result).filter((duty) => !isHere(duty))),
    ];
  }

  // With all that hangs on it and can hold here: the same words at another duty are the same answer.
  function term(variable, result) {
    const one = data.vars[variable];
    const duties = one.duties.map((i) => data.duties[i]).filter((duty) => mayApply(duty, result.domains));
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
      .map((fact) => make('li', {}, sentence(answerText(data.vars[fact], result.domains[fact])), ' ',
        make('span', { class: 'source' }, `(${words.follows})`)));
    return [make('ol', {}, items), following.length > 0 ? make('ul', {}, following) : null];
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
    const names = inOrder(result.certain.must, result).map((i) => data.consequences[i].label).join(', ');
    byId('status').textContent = !isDone ? [...(result.conflicts.length > 0 ? [words.conflict] : []),
      ...(isNew(result) ? firstIn(result).map((duty) => duty.text) : [])].map(sentence).join(' ') : said(words.statusResult, names ? `${words.must}: ${names}.`
      : result.certain.open ? words.undetermined : words.nothing);
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
  byId('print').addEventListener('click', () => window.print());
  byId('controls').hidden = false;
  show(true);
}

if (typeof document !== 'undefined') {
  start(prepare(JSON.parse(document.getElementById('data').textContent)));
}
