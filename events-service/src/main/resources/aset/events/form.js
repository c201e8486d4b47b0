// Keeps what is typed into the form of an event at the server, and lets no save go off into an ended session. The form
// works without this file.
(function () {
  'use strict';

  const form = document.querySelector('form[data-keep]');
  if (!form) {
    return;
  }
  const PAUSE = 3000;
  const kept = document.getElementById('draf');
  const ended = document.getElementById('sesi-berakhir');
  const unsent = document.getElementById('tak-terkirim');
  let timer = 0;
  let isChanged = false;
  let isLeaving = false;
  let last = Promise.resolve();

  function send(options) {
    const body = new URLSearchParams(new FormData(form));
    return fetch(form.dataset.keep, { method: 'POST', body, ...options });
  }

  /** Whoever has signed in again has a new token. */
  async function renewToken() {
    const page = await fetch(form.getAttribute('action'));
    if (!page.ok || page.redirected) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
    form.elements._csrf.value = fresh.querySelector('form[data-keep] [name=_csrf]').value;
    return true;
  }

  /** Whether the server can be asked to save the form now. */
  async function keep() {
    clearTimeout(timer);
    isChanged = false;
    let answer = null;
    try {
      answer = await send();
      if (answer.status === 403 && (await renewToken())) {
        answer = await send();
      }
    } catch (offline) {
      answer = null;
    }
    const isOut = answer !== null && (answer.status === 401 || answer.status === 403);
    unsent.hidden = answer !== null;
    ended.hidden = !isOut;
    isChanged = answer === null || !answer.ok;
    if (answer !== null && answer.ok) {
      kept.innerHTML = await answer.text();
    }
    return answer !== null && !isOut;
  }

  /** One at a time, so that the newest is what stays. */
  function keepNext() {
    last = last.then(keep);
    return last;
  }

  form.addEventListener('input', () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(keepNext, PAUSE);
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isChanged && !isLeaving) {
      send({ keepalive: true }).catch(() => {});
    }
  });

  form.addEventListener('submit', async (event) => {
    if (isLeaving) {
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (form.dataset.asking) {
      return;
    }
    form.dataset.asking = 'yes';
    const mayGo = await keepNext();
    delete form.dataset.asking;
    if (mayGo) {
      isLeaving = true;
      form.requestSubmit(button);
    } else {
      (ended.hidden ? unsent : ended).scrollIntoView({ block: 'center' });
    }
  });

  window.addEventListener('pageshow', () => { isLeaving = false; });
})();
