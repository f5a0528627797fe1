// What a reader of a decision aid sees, for told.cjs.
'use strict';

// Runs in the page: what stands on the screen, without what is folded.
function screen() {
  const text = (element) => (element ? element.innerText : '');
  const work = [...document.querySelector('#work').children];
  const fieldset = document.querySelector('#work > fieldset');
  const titled = (title) => work.filter((one) => one.querySelector(':scope > h3')?.textContent === title);
  return {
    isQuestion: fieldset !== null,
    answers: [...document.querySelectorAll('#work > fieldset [data-answer]')].map((one) => Number(one.dataset.answer)),
    before: fieldset === null ? '' : work.slice(0, work.indexOf(fieldset)).map(text).join('\n'),
    first: text(work[1]),
    // What stands before the part of what is done at once, and what stands in it and in the other parts, duty by duty.
    beforeDirect: work.slice(0, work.findIndex((one) => one.matches('section.direct'))).map((one) => one.className),
    parts: work.map((one) => [one.querySelector(':scope > h3, :scope > summary')?.textContent ?? '',
      [...one.querySelectorAll('h4 ~ ul:not(.scope) > li')].map((each) => each.textContent)]),
    advised: [...document.querySelectorAll('#work > .conflict, #work .notice, #work .hint, #work > .readings > p')].map((one) => [one.textContent,
      [...one.querySelectorAll('a')].map((each) => each.getAttribute('href'))]),
    firstLinks: [...(work[1]?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href')),
    // What is open and no answer; the titles of what is folded do not count.
    open: work.map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll('details').forEach((each) => each.remove());
      return one.matches('details') ? '' : copy.textContent;
    }).join('\n'),
    must: [...document.querySelectorAll('#work > .must > .consequences > li > b')].map((one) => one.textContent),
    may: [...document.querySelectorAll('#work > .may > .consequences > li > b')].map((one) => one.textContent),
    perhaps: [...document.querySelectorAll('#work > .perhaps > .consequences > li > b')].map((one) => one.textContent),
    already: [...document.querySelectorAll('#work > .already')].map((one) => [one.querySelector('h2, h3').textContent, one.innerText]),
    sections: Object.fromEntries([...new Set(work.flatMap((one) => [...one.querySelectorAll(':scope > h3')].map((h) => h.textContent)))]
      .map((title) => [title, titled(title).map(text).join('\n')])),
    // Every list of duties below a step, with the kind that stands above it.
    folded: Object.fromEntries([...document.querySelectorAll('#work > details')].map((one) => [
      one.querySelector('summary').textContent, one.textContent])),
    groups: [...document.querySelectorAll('#work h4')].map((one) => one.parentElement.textContent),
    path: document.querySelector('#path').textContent,
    terms: document.querySelectorAll('#work > .terms fieldset').length,
    direct: text(document.querySelector('#work > .direct')),
    lists: [...document.querySelectorAll('#work h4 ~ ul')].map((list) => [
      list.previousElementSibling.matches('.kind') ? list.previousElementSibling.textContent : '',
      [...list.children].map((one) => one.textContent)]),
    special: [...document.querySelectorAll('#work > .special')].map(text).join('\n'),
    emptyParts: work.filter((one) => one.matches('section') && one.lastElementChild.matches('h2, h3')).length,
    status: text(document.querySelector('#status')) || document.querySelector('#status').textContent,
  };
}

module.exports = { screen };
