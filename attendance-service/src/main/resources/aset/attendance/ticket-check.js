// Tells by itself what a QR is, where the browser knows Ed25519 (WebCrypto, over https or on this machine): for a desk
// that has lost the network. Whether a genuine ticket still holds, the server alone knows.
window.hadirTicket = (function () {
  'use strict';

  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const PREFIX = 'HADIR2:';
  const KID = 3;
  const EVENT_TO = 19;
  const SIGNED = 27;
  const WHOLE = 91;
  const LONGEST_CODE = 20;

  /** As Base32 in attendance-service; null for anything but so many bytes. */
  function decode(text) {
    const bytes = new Uint8Array(WHOLE);
    let pending = 0;
    let bits = 0;
    let filled = 0;
    for (const character of text) {
      const digit = ALPHABET.indexOf(character);
      if (digit < 0 || filled > WHOLE) {
        return null;
      }
      pending = (pending << 5) | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[filled++] = pending >>> bits;
      }
      pending &= (1 << bits) - 1;
    }
    return filled === WHOLE && bits < 5 && pending === 0 ? bytes : null;
  }

  function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function isSigned(bytes, key) {
    const raw = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    const publicKey = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    const message = new Uint8Array([...new TextEncoder().encode(PREFIX), ...bytes.subarray(0, SIGNED)]);
    return crypto.subtle.verify({ name: 'Ed25519' }, publicKey, bytes.subarray(SIGNED), message);
  }

  /**
   * 'genuine', 'foreign' (genuine, of another event) or 'unknown'; null where that cannot be told: a code, a QR of the
   * first release, a browser that does not know Ed25519. Keys are "kid:key", parted by blanks.
   */
  async function check(text, event, keys) {
    if (text.length <= LONGEST_CODE || text.startsWith('HADIR1.')) {
      return null;
    }
    const bytes = text.startsWith(PREFIX) ? decode(text.slice(PREFIX.length)) : null;
    const kid = bytes && hex(bytes.subarray(0, KID)) + ':';
    const key = bytes && keys.split(' ').find((one) => one.startsWith(kid));
    if (!key) {
      return 'unknown';
    }
    try {
      if (!(await isSigned(bytes, key.slice(kid.length)))) {
        return 'unknown';
      }
    } catch {
      return null;
    }
    return hex(bytes.subarray(KID, EVENT_TO)) === event.replaceAll('-', '') ? 'genuine' : 'foreign';
  }

  return { check };
})();
