/** Tables that people upload: CSV and XLSX, and what spreadsheets do to them. */
@NullMarked
package id.hadir.attendance.sheet;

import org.jspecify.annotations.NullMarked;
