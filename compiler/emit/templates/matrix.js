'use strict';
// Chooses, sorts and shows the rows of the matrix: a page of them at a time, so that ten thousand are
// as quick as ten. Without this script the page shows the first rows as they stand.
(function () {
  const data = JSON.parse(document.getElementById('gegevens').textContent);
  const words = data.words;
  const pageSize = 50;
  const mostPrinted = 500;
  const worstFirst = 'VvCcOoWwNnSs.';
  const byId = (id) => document.getElementById(id);
  const body = byId('rijen');
  const control = {};
  for (const id of ['zoek', 'sector', 'oordeel', 'norm', 'groep', 'verandering', 'volgorde']) {
    control[id] = byId(id);
  }
  let chosen = data.rows;
  let first = 0;

  function make(name, look, text) {
    const element = document.createElement(name);
    if (look) {
      element.className = look;
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }
  const filled = (pattern, values) =>
    values.reduce((text, value, i) => text.replace('%' + (i + 1), () => value), pattern);
  const large = (cell) => cell.toUpperCase();
  const nameOf = (cell) => words.cells[cell];
  const dutch = (element) => {
    if (words.foreign) {
      element.lang = 'nl';
    }
    return element;
  };

  // The same parts that the page has of its first rows.
  function notesOf(row) {
    const notes = [];
    notes.head = words.since;
    const texts = (list, more) => {
      const lines = list.map((at) => data.texts[at]);
      return more > 0 ? lines.concat(filled(words.more, [more])) : lines;
    };
    if (row.steps && row.steps.length > 0) {
      notes.push([words.since, row.steps.map(([norm, before, after]) =>
        filled(words.step, [norm, nameOf(before), nameOf(after)])).concat(words.cause[row.cause])]);
    }
    const before = notes.length;
    if (row.cluster > 0) {
      const usual = data.clusters[row.cluster - 1];
      const verdicts = data.norms.flatMap((norm, i) => {
        const cell = row.cells[norm.at];
        return large(cell) === large(usual[norm.at]) ? [] : [norm.id + ': ' + nameOf(cell)];
      });
      if (verdicts.length > 0) {
        notes.push([words.otherVerdict, verdicts]);
      }
      if (row.absent.length > 0) {
        notes.push([words.absent, texts(row.absent, row.absentMore)]);
      }
      if (row.extra.length > 0) {
        notes.push([words.extra, texts(row.extra, row.extraMore)]);
      }
    }
    if (notes.length > before) {
      notes.head = filled(words.differs, [row.cluster]);
    }
    return notes;
  }

  function codeCell(row) {
    const head = make('th', 'code');
    head.scope = 'row';
    const name = dutch(make('span'));
    if (row.page) {
      const link = make('a', '', row.label);
      link.href = row.page;
      name.append(link);
    } else {
      name.textContent = row.label;
    }
    const about = make('span', 'source', row.about + ' ');
    about.append(make('code', '', row.file));
    head.append(name, ' ', about, told('span', 'sum', words.counts, row.counts));
    const notes = notesOf(row);
    if (notes.length > 0) {
      const details = make('details');
      details.append(make('summary', '', notes.head));
      const list = make('dl');
      for (const [title, lines] of notes) {
        list.append(make('dt', '', title), ...lines.map((line) => dutch(make('dd', '', line))));
      }
      details.append(list);
      head.append(details);
    }
    return head;
  }

  function told(kind, look, head, text) {
    const cell = make(kind, look, text);
    cell.dataset.head = head;
    return cell;
  }

  function rowElement(row) {
    const line = make('tr');
    line.append(make('td', 'rank', row.rank), codeCell(row), told('td', 'sector', words.sector, row.sectors));
    if (control.groep) {
      line.append(told('td', 'cluster', words.cluster, row.cluster > 0 ? row.cluster : ''));
    }
    if (control.verandering) {
      line.append(told('td', 'change', words.since, words.changes[row.change]));
    }
    for (const norm of data.norms) {
      const letter = row.cells[norm.at];
      const cell = make('td', 'c ' + (letter === '.' ? 'U' : large(letter)) + (norm.first ? ' first' : ''));
      const sign = make('span', '', words.signs[letter]);
      sign.setAttribute('aria-hidden', 'true');
      cell.append(sign, make('span', 'sr', nameOf(letter)));
      line.append(cell);
    }
    return line;
  }

  function show(count) {
    const shown = chosen.slice(first, first + count);
    body.replaceChildren(...shown.map(rowElement));
    byId('bereik').textContent = shown.length === 0
      ? words.none : filled(words.range, [first + 1, first + shown.length, chosen.length]);
    byId('vorig').disabled = first === 0;
    byId('volgend').disabled = first + pageSize >= chosen.length;
  }

  function fits(row) {
    const value = (id) => (control[id] ? control[id].value : '');
    const text = value('zoek').trim().toLowerCase();
    const norm = value('norm');
    const verdict = value('oordeel');
    const cells = norm === '' ? row.cells : row.cells[norm];
    return (text === '' || [row.label, row.about, row.file].join(' ').toLowerCase().includes(text)) &&
      (value('sector') === '' || row.sectors.split(', ').includes(value('sector'))) &&
      (verdict === '' || large(cells).includes(verdict)) &&
      (norm === '' || verdict !== '' || cells !== '.') &&
      (value('groep') === '' || row.cluster === Number(value('groep'))) &&
      (value('verandering') === '' || row.change === Number(value('verandering')));
  }

  // Rows that are alike in what is sorted by stay in the order of seriousness.
  function sorted(rows, by) {
    const keys = {
      name: (a, b) => a.label.localeCompare(b.label, 'nl'),
      sector: (a, b) => a.sectors.localeCompare(b.sectors, 'nl'),
      cluster: (a, b) => (a.cluster || Infinity) - (b.cluster || Infinity) || 0,
      change: (a, b) => a.change - b.change,
    };
    const compare = keys[by] || ((a, b) =>
      worstFirst.indexOf(a.cells[by]) - worstFirst.indexOf(b.cells[by]));
    return by === '' ? rows : rows.slice().sort((a, b) => compare(a, b) || a.rank - b.rank);
  }

  function update() {
    const by = control.volgorde.value;
    chosen = sorted(data.rows.filter(fits), by);
    first = 0;
    for (const head of document.querySelectorAll('th[data-sort]')) {
      if (head.dataset.sort === by) {
        head.setAttribute('aria-sort', 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    }
    show(pageSize);
  }

  for (const head of document.querySelectorAll('th[data-sort]')) {
    const button = make('button', '', head.textContent);
    button.type = 'button';
    button.addEventListener('click', () => {
      control.volgorde.value = head.dataset.sort;
      update();
    });
    head.replaceChildren(button);
  }
  for (const button of document.querySelectorAll('button[data-cluster]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      form.reset();
      control.groep.value = button.dataset.cluster;
      update();
      byId('meldcodes').focus();
    });
  }
  const form = document.querySelector('.choose');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', update);
  form.addEventListener('reset', () => setTimeout(update));
  const turn = (by) => () => {
    first = Math.max(0, first + by);
    show(pageSize);
    byId('meldcodes').scrollIntoView();
  };
  byId('vorig').addEventListener('click', turn(-pageSize));
  byId('volgend').addEventListener('click', turn(pageSize));
  window.addEventListener('beforeprint', () => show(mostPrinted));
  window.addEventListener('afterprint', () => show(pageSize));
  form.hidden = false;
  byId('bladeren').hidden = false;
  for (const note of document.querySelectorAll('.shown')) {
    note.hidden = true;
  }
  update();
}());
