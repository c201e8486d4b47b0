// Sends a form until it is answered: in a rush, and on a line that comes and goes. What was typed
// stays where it is, and the form's key makes sure that sending again records nothing twice.
// data-patient: this form · data-draft: what was typed comes back when the page is loaded again.
(function () {
  'use strict';

  const ANSWER_WITHIN = 30000;
  const LONGEST_STEP = 30;
  const LATER = [429, 502, 503, 504];

  const part = (form, name) => form.querySelector(`[data-${name}]`);
  const isDraft = (form) => Boolean(form && form.matches('[data-draft]'));

  // ---- a draft lives in this tab alone: on a shared computer the next person opens the form empty ----

  const draft = {
    key: 'hadir-draft-' + location.pathname,
    goodFor: 30 * 60 * 1000,

    keep(form) {
      const typed = [...new FormData(form)].filter(([name]) => !['_csrf', 'invitation', 'searched'].includes(name));
      attempt(() => sessionStorage.setItem(this.key, JSON.stringify({ at: Date.now(), typed })));
    },

    forget() {
      attempt(() => sessionStorage.removeItem(this.key));
    },

    /** Of this very page before it was loaded again; a page that somebody opens anew starts empty. */
    read() {
      const [loaded] = performance.getEntriesByType('navigation');
      const kept = attempt(() => JSON.parse(sessionStorage.getItem(this.key)));
      return kept && loaded && loaded.type !== 'navigate' && Date.now() - kept.at < this.goodFor ? kept.typed : null;
    },
  };

  /** A browser may forbid to keep anything; the form works all the same. */
  function attempt(storage) {
    try {
      return storage();
    } catch {
      return null;
    }
  }

  function restore(form, typed) {
    const values = new Map(typed);
    for (const control of form.elements) {
      if (control.matches('[type=radio], [type=checkbox]')) {
        control.checked = values.get(control.name) === control.value;
      } else if (values.has(control.name) && (control.type !== 'hidden' || control.name === 'key')) {
        control.value = values.get(control.name);
      }
    }
    const search = document.getElementById('office');
    if (search && values.get('unitId') && !form.querySelector('[name=unitId]:checked')) {
      const found = { office: values.get('office'), unitId: values.get('unitId') };
      htmx.ajax('GET', search.getAttribute('hx-get'), { target: '#offices', values: found });
    }
    tell(form, 'restored', 'again');
  }

  // ---- what the person sees and hears ----

  function tell(form, headline, detail) {
    const texts = part(form, 'patience');
    part(form, 'headline').textContent = texts.dataset[headline];
    part(form, 'detail').textContent = texts.dataset[detail];
    part(form, 'count').textContent = '';
    part(form, 'choice').hidden = true;
    part(form, 'heard').textContent = `${texts.dataset[headline]}. ${texts.dataset[detail]}`;
    texts.hidden = false;
  }

  const count = (form, text, tries, seconds) =>
    part(form, 'patience').dataset[text].replace('*', tries).replace('#', seconds);

  /** The button that everybody sees, whichever was pressed. */
  function label(form, text) {
    const button = [...form.querySelectorAll('button[type=submit]')].pop();
    button.dataset.label = button.dataset.label || button.textContent;
    button.textContent = text || button.dataset.label;
    button.setAttribute('aria-disabled', String(Boolean(text)));
  }

  // ---- sending ----

  const atWork = new Map();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('[data-patient]')) {
      event.preventDefault();
      if (!atWork.has(form)) {
        send(form, event.submitter);
      }
    }
  }, true);

  async function send(form, submitter) {
    const stop = new AbortController();
    atWork.set(form, stop);
    part(form, 'stop').addEventListener('click', () => stop.abort(), { signal: stop.signal });
    label(form, document.body.dataset.sending);
    let answer = null;
    for (let tries = 1; !stop.signal.aborted; tries++) {
      answer = await ask(form, submitter, stop.signal);
      if (answer && !LATER.includes(answer.status)) {
        break;
      }
      if (!stop.signal.aborted) {
        await pause(form, answer, tries, stop.signal);
      }
    }
    atWork.delete(form);
    if (stop.signal.aborted) {
      label(form);
      tell(form, 'stopped', 'again');
    } else {
      take(form, answer);
    }
  }

  /** The answer with its text; null where none came. */
  async function ask(form, submitter, stopped) {
    const body = new URLSearchParams(new FormData(form));
    if (submitter && submitter.name) {
      body.append(submitter.name, submitter.value);
    }
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), ANSWER_WITHIN);
    stopped.addEventListener('abort', () => giveUp.abort());
    try {
      const response = await fetch(form.getAttribute('action'), {
        method: 'POST',
        headers: { Accept: 'text/html', Prefer: 'return=minimal' },
        body,
        signal: giveUp.signal,
      });
      const goTo = response.headers.get('Location') || (response.redirected ? response.url : null);
      return { status: response.status, after: Number(response.headers.get('Retry-After')), goTo, html: await response.text() };
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Never before the server wants it; the longer the rush, the wider the crowd spreads. */
  function seconds(answer, tries) {
    const step = Math.min(LONGEST_STEP, 2 ** tries);
    const asked = answer && answer.after > 0 ? answer.after : step;
    return asked + (Math.random() * step) / 2;
  }

  /** Until the time has come, the line is back, or the person wants it now or no longer. */
  function pause(form, answer, tries, stopped) {
    const due = Date.now() + seconds(answer, tries) * 1000;
    const left = () => Math.max(1, Math.ceil((due - Date.now()) / 1000));
    tell(form, answer ? 'busy' : 'lost', 'kept');
    label(form, part(form, 'patience').dataset.waiting);
    part(form, 'heard').textContent += ' ' + count(form, 'next', tries + 1, left());
    part(form, 'choice').hidden = false;
    part(form, 'now').hidden = false;
    return new Promise((resolve) => {
      const over = new AbortController();
      const listen = (target, name, action) => target.addEventListener(name, action, { signal: over.signal });
      const go = () => {
        over.abort();
        clearInterval(clock);
        part(form, 'now').hidden = true;
        part(form, 'count').textContent = count(form, 'trying', tries + 1);
        label(form, document.body.dataset.sending);
        resolve();
      };
      const tick = () => {
        part(form, 'count').textContent = count(form, 'next', tries + 1, left());
        if (Date.now() >= due) {
          go();
        }
      };
      const clock = setInterval(tick, 500);
      listen(document, 'visibilitychange', tick);
      listen(window, 'online', go);
      listen(part(form, 'now'), 'click', go);
      listen(stopped, 'abort', go);
      tick();
    });
  }

  /** Goes where the answer leads, or shows it as the browser would have. */
  function take(form, answer) {
    if (answer.goTo) {
      draft.forget();
      location.assign(answer.goTo);
      return;
    }
    label(form);
    const page = new DOMParser().parseFromString(answer.html, 'text/html');
    const main = page.querySelector('main');
    if (answer.status >= 500 || !main) {
      tell(form, 'failed', 'again');
      return;
    }
    document.title = page.title;
    document.querySelector('main').replaceWith(main);
    htmx.process(main);
    (main.querySelector('.error-summary') || main).focus();
    keepDraft(main.querySelector('[data-draft]'));
  }

  function keepDraft(form) {
    if (isDraft(form)) {
      draft.keep(form);
    }
  }

  for (const change of ['input', 'change', 'submit']) {
    document.addEventListener(change, (event) => keepDraft(event.target.form || event.target.closest('form')), true);
  }

  // Coming back to a page that led on finds its form ready again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      document.querySelectorAll('[data-patient]').forEach((form) => label(form));
    }
  });

  const form = document.querySelector('[data-draft]');
  if (form) {
    const typed = draft.read();
    if (typed) {
      restore(form, typed);
    } else {
      draft.forget();
    }
  }
})();
