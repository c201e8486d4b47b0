/**
 * The invitation as a letter: an agency's letterhead, an event's letter with its number, and both
 * printed for all or for each office. What is printed is Indonesian whatever its reader's page
 * speaks: it is an official letter (UU 24/2009, article 27).
 */
@NullMarked
package id.hadir.events.letter;

import org.jspecify.annotations.NullMarked;
