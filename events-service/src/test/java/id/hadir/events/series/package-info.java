@NullMarked
package id.hadir.events.series;

import org.jspecify.annotations.NullMarked;
