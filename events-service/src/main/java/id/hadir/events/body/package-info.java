/** Reads JSON bodies field by field, so that every wrong field of a request is told at once. */
@NullMarked
package id.hadir.events.body;

import org.jspecify.annotations.NullMarked;
