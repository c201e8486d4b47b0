// Reads QR codes with the camera, where the browser can do so by itself; elsewhere one types.
(function () {
  'use strict';

  const LOOK_EVERY = 150;
  const SAME_CODE_AGAIN_AFTER = 4000;

  const desk = document.querySelector('[data-desk]');
  const texts = desk.querySelector('[data-texts]').dataset;
  const button = desk.querySelector('[data-camera-button]');
  const label = button.querySelector('span');
  const box = desk.querySelector('[data-camera-box]');
  const video = desk.querySelector('[data-video]');
  const hint = desk.querySelector('[data-camera-hint]');

  let stream = null;
  let last = { text: '', at: 0 };

  async function start() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    } catch {
      hint.textContent = texts.cameraDenied;
      hint.hidden = false;
      return;
    }
    hint.hidden = true;
    box.hidden = false;
    label.textContent = texts.cameraStop;
    desk.dataset.camera = 'on';
    video.srcObject = stream;
    await video.play();
    look(new BarcodeDetector({ formats: ['qr_code'] }));
  }

  function stop() {
    stream.getTracks().forEach((track) => track.stop());
    stream = null;
    box.hidden = true;
    label.textContent = texts.cameraStart;
    delete desk.dataset.camera;
  }

  async function look(detector) {
    if (!stream) {
      return;
    }
    if (!desk.dataset.showing && !desk.dataset.sending) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found) {
        tell(found.rawValue);
      }
    }
    setTimeout(look, LOOK_EVERY, detector);
  }

  /** A code that stays before the camera is told once. */
  function tell(text) {
    const now = Date.now();
    if (text !== last.text || now - last.at > SAME_CODE_AGAIN_AFTER) {
      desk.dispatchEvent(new CustomEvent('hadir:scan', { detail: text }));
    }
    last = { text, at: now };
  }

  async function offer() {
    const canRead = 'BarcodeDetector' in window && navigator.mediaDevices
      && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
    button.hidden = !canRead;
    hint.hidden = Boolean(canRead);
  }

  button.addEventListener('click', () => (stream ? stop() : start()));
  offer();
})();
