/** Tables for people to take along, as files that a spreadsheet opens without harm. */
@NullMarked
package id.hadir.kit.sheet;

import org.jspecify.annotations.NullMarked;
