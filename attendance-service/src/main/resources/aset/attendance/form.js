// Proposes the title of the chosen office's head as the position. The forms work without this file.
(function () {
  'use strict';

  const proposals = new Map();

  /** Fills an empty field, replaces an own proposal, and never what somebody typed. */
  function propose(id, text) {
    const field = document.getElementById(id);
    if (field && (field.value === '' || field.value === proposals.get(id))) {
      field.value = text;
      proposals.set(id, text);
    }
  }

  function headTitle() {
    const office = document.querySelector('[name=unitId]:checked, [name=unitId][type=hidden]');
    return (office && office.dataset.headTitle) || '';
  }

  document.addEventListener('change', (event) => {
    if (!event.target.matches('[name=unitId], [name=presence]')) {
      return;
    }
    const represents = document.getElementById('represents');
    const isRepresenting = Boolean(represents && represents.checked);
    propose('attendee.position', isRepresenting ? '' : headTitle());
    propose('representing.position', isRepresenting ? headTitle() : '');
  });

  // Enter in the search field searches at once; it must not send the half-filled form.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.id === 'office') {
      event.preventDefault();
      event.target.dispatchEvent(new Event('search', { bubbles: true }));
    }
  });
})();
