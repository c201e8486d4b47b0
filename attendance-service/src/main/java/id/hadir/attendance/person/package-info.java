/**
 * How a person writes down a name, a NIP, a phone number and an e-mail address, and what of it is
 * refused.
 */
@NullMarked
package id.hadir.attendance.person;

import org.jspecify.annotations.NullMarked;
