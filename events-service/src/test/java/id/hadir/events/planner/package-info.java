@NullMarked
package id.hadir.events.planner;

import org.jspecify.annotations.NullMarked;
