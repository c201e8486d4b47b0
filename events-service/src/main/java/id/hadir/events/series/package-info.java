/** Events that are made of others: copies, and series that are planned and changed together. */
@NullMarked
package id.hadir.events.series;

import org.jspecify.annotations.NullMarked;
