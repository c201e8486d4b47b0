/**
 * Who came: totals and rows by unit, of one event and over events, for officials, organisers and
 * desks.
 */
@NullMarked
package id.hadir.attendance.report;

import org.jspecify.annotations.NullMarked;
