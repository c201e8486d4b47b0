/**
 * Tables as files: those that people take along, which a spreadsheet opens without harm, and those
 * that they upload, CSV and XLSX, with what spreadsheets do to them.
 */
@NullMarked
package id.hadir.kit.sheet;

import org.jspecify.annotations.NullMarked;
