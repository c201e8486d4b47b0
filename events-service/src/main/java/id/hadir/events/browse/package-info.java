/**
 * What everybody sees of events: the agenda, an event's page, and what becomes of personal data.
 */
@NullMarked
package id.hadir.events.browse;

import org.jspecify.annotations.NullMarked;
