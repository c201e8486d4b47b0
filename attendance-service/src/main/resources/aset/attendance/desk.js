// The check-in desk. Without this file the page is a plain form; with it, scans are kept on the
// device until the server has answered them, so that a lost network loses nothing.
(function () {
  'use strict';

  const desk = document.querySelector('[data-desk]');
  const urls = desk.dataset;
  const texts = part('[data-texts]').dataset;
  const verdictPlace = part('[data-verdict]');
  const form = part('[data-scan-form]');
  const codeField = form.elements.ticket;
  const deviceField = form.elements.device;

  const ANSWER_WITHIN = 6000;
  const SEND_AGAIN_EVERY = 10000;
  const BATCH = 100;
  const CLOSE_ACCEPTED_AFTER = 2500;
  const SHOWN = 10;

  function part(selector) {
    return desk.querySelector(selector);
  }

  // ---- scans that wait for an answer, kept across reloads and crashes ----

  const waiting = {
    key: 'hadir-desk-' + urls.event,
    all() {
      return JSON.parse(localStorage.getItem(this.key) || '[]');
    },
    save(scans) {
      localStorage.setItem(this.key, JSON.stringify(scans));
      showWaiting();
    },
    add(scan) {
      this.save([...this.all(), scan]);
    },
    remove(nonces) {
      this.save(this.all().filter((scan) => !nonces.includes(scan.nonce)));
    },
  };

  function newScan(ticket) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const nonce = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { ticket, scannedAt: new Date().toISOString(), device: deviceField.value.trim() || null, nonce };
  }

  // ---- talking to the server ----

  async function post(url, body) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), ANSWER_WITHIN);
    return fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': urls.csrf },
      body: JSON.stringify(body),
      signal: abort.signal,
    }).finally(() => clearTimeout(timer));
  }

  let isSending = false;

  async function check(ticket) {
    const scan = newScan(ticket);
    waiting.add(scan);
    isSending = true;
    desk.dataset.sending = 'yes';
    try {
      const response = await post(urls.checkIns, scan);
      if (response.ok) {
        const answer = await response.json();
        waiting.remove([scan.nonce]);
        showVerdict(answer.outcome, answer, ticket);
        remember(scan, answer);
      } else if (isRefusal(response.status)) {
        waiting.remove([scan.nonce]);
        showVerdict('failed', {}, ticket);
      } else {
        await keep(response.status, ticket);
      }
    } catch {
      await keep(0, ticket);
    } finally {
      isSending = false;
      delete desk.dataset.sending;
    }
  }

  /** A request that the server will never accept, however often it is sent. */
  function isRefusal(status) {
    return [400, 404, 409, 413, 415, 422].includes(status);
  }

  /** A refusal of what was sent, and not of where it was sent. */
  function isUnreadable(status) {
    return [400, 413, 422].includes(status);
  }

  async function keep(status, ticket) {
    const found = await hadirTicket.check(ticket, urls.event, urls.keys);
    showVerdict(found ? 'queued-' + found : 'queued', {}, ticket);
    noteSession(status);
  }

  async function sendWaiting() {
    const scans = waiting.all().slice(0, BATCH);
    if (scans.length === 0 || isSending) {
      return;
    }
    isSending = true;
    try {
      await sendBatch(scans);
    } catch {
      // still no network: they stay where they are
    } finally {
      isSending = false;
    }
    if (navigator.onLine && waiting.all().length > BATCH) {
      setTimeout(sendWaiting, 1000);
    }
  }

  /** Where one scan makes the server refuse them all, halves are sent until it alone is refused. */
  async function sendBatch(scans) {
    const response = await post(urls.checkIns + '/batch', { scans });
    noteSession(response.status);
    if (response.ok) {
      const { results } = await response.json();
      results.forEach((answer, i) => answered(scans[i], answer));
    } else if (isUnreadable(response.status) && scans.length > 1) {
      const half = Math.ceil(scans.length / 2);
      await sendBatch(scans.slice(0, half));
      await sendBatch(scans.slice(half));
    } else if (isUnreadable(response.status)) {
      answered(scans[0], { outcome: 'failed' });
    }
  }

  function answered(scan, answer) {
    waiting.remove([scan.nonce]);
    remember(scan, answer);
    if (answer.outcome !== 'accepted') {
      showLate(scan, answer);
    }
  }

  async function refreshCount() {
    try {
      const response = await fetch(urls.attendance, { headers: { Accept: 'application/json' } });
      if (response.ok) {
        const { totals } = await response.json();
        part('[data-count]').textContent = totals.attended.toLocaleString(texts.lang);
      }
    } catch {
      // the number is a comfort; the next round brings it
    }
  }

  // ---- what the officer sees ----

  let closing;

  function hasCamera() {
    return desk.dataset.camera === 'on';
  }

  function showVerdict(outcome, answer, ticket) {
    const blank = part(`template[data-outcome="${outcome}"]`) || part('template[data-outcome="failed"]');
    const verdict = blank.content.cloneNode(true);
    const person = answer.registration;
    if (person) {
      verdict.querySelector('[data-name]').textContent = person.name;
      verdict.querySelector('[data-unit]').textContent = unitName(person);
      verdict.querySelector('[data-representing]').textContent = representing(person);
    } else {
      verdict.querySelector('[data-code]').textContent = shown(ticket);
    }
    const detail = verdict.querySelector('[data-detail]');
    detail.textContent = detail.textContent.replace('{0}', answer.firstScanAt ? clock(answer.firstScanAt) : '–');
    verdict.querySelector('[data-next]').addEventListener('click', next);
    verdictPlace.replaceChildren(verdict);
    desk.dataset.showing = 'yes';
    verdictPlace.querySelector('[data-next]').focus();
    navigator.vibrate?.(outcome === 'accepted' ? 80 : [80, 60, 80]);
    clearTimeout(closing);
    if (outcome === 'accepted' && hasCamera()) {
      closing = setTimeout(next, CLOSE_ACCEPTED_AFTER);
    }
  }

  function next() {
    clearTimeout(closing);
    verdictPlace.replaceChildren();
    delete desk.dataset.showing;
    codeField.value = '';
    if (!hasCamera()) {
      codeField.focus();
    }
  }

  function unitName(person) {
    return person.unit ? person.unit.name : '';
  }

  function representing(person) {
    return person.representing ? texts.represents.replace('{0}', person.representing.position || person.representing.name) : '';
  }

  function clock(time) {
    const separator = texts.lang === 'id' ? '.' : ':';
    return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: urls.zone })
      .format(new Date(time)).replace(':', separator);
  }

  function line(time, title, rest) {
    const item = document.createElement('li');
    item.append(element('time', clock(time)), ' ', element('strong', title), ' ', element('span', rest));
    return item;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function remember(scan, answer) {
    if (answer.outcome !== 'accepted') {
      return;
    }
    const person = answer.registration;
    const list = part('[data-recent]');
    const rest = [unitName(person), representing(person)].filter(Boolean).join(' · ');
    list.prepend(line(scan.scannedAt, person.name, rest));
    while (list.children.length > SHOWN) {
      list.lastElementChild.remove();
    }
    part('[data-recent-empty]').hidden = true;
    refreshCount();
  }

  function showWaiting() {
    const scans = waiting.all();
    part('[data-waiting]').hidden = scans.length === 0;
    part('[data-waiting-count]').textContent = texts.waitingText.replace('{0}', scans.length);
    const lines = scans.slice(-SHOWN).reverse().map((scan) => line(scan.scannedAt, shown(scan.ticket), scan.device || ''));
    part('[data-waiting-list]').replaceChildren(...lines);
  }

  /** A QR's text is long and says nothing to a person; a typed code does. */
  function shown(ticket) {
    return ticket.length > 20 ? 'QR …' + ticket.slice(-6) : ticket.toUpperCase();
  }

  function showLate(scan, answer) {
    const word = part(`template[data-outcome="${answer.outcome}"]`).content.querySelector('.verdict-word').textContent.trim();
    const who = answer.registration ? answer.registration.name : shown(scan.ticket);
    part('[data-late-list]').prepend(line(scan.scannedAt, who, word));
    part('[data-late]').hidden = false;
  }

  function noteSession(status) {
    const isSignedOut = status === 401 || status === 403;
    part('[data-sign-in]').hidden = !isSignedOut;
    if (isSignedOut) {
      part('[data-waiting-detail]').textContent = texts.signedOut;
    }
  }

  // ---- wiring ----

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const ticket = codeField.value.trim();
    if (ticket && !isSending) {
      check(ticket);
    }
  });

  // A hand scanner types: its first letter closes the verdict and lands in the field.
  document.addEventListener('keydown', (event) => {
    if (desk.dataset.showing && (event.key === 'Escape' || (event.key.length === 1 && event.key !== ' '))) {
      next();
      codeField.focus();
    }
  });

  const deviceKey = 'hadir-desk-device';
  deviceField.value = localStorage.getItem(deviceKey) || deviceField.value;
  part('[data-device-name]').textContent = deviceField.value;
  deviceField.addEventListener('change', () => {
    localStorage.setItem(deviceKey, deviceField.value.trim());
    part('[data-device-name]').textContent = deviceField.value.trim();
  });

  // The camera (desk-camera.js) tells what it read, and looks away while the desk is busy.
  desk.addEventListener('hadir:scan', (event) => check(event.detail));
  part('[data-waiting-send]').addEventListener('click', sendWaiting);
  window.addEventListener('online', sendWaiting);
  setInterval(sendWaiting, SEND_AGAIN_EVERY);
  setInterval(refreshCount, 2 * SEND_AGAIN_EVERY);

  showWaiting();
  sendWaiting();
})();
