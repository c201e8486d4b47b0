/**
 * Events from draft to completion: what, when, where, with whom; their lists and clash warnings.
 */
@NullMarked
package id.hadir.events.event;

import org.jspecify.annotations.NullMarked;
