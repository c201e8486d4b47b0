/**
 * What the HTML forms of registration, substitution and walk-ins share: a person, an office, their
 * errors; and where a page stands in a long list.
 */
@NullMarked
package id.hadir.attendance.form;

import org.jspecify.annotations.NullMarked;
