/** The conditions of list queries, put together from what is asked for. */
@NullMarked
package id.hadir.events.query;

import org.jspecify.annotations.NullMarked;
