/**
 * Papers: XHTML with print CSS as PDF with its fonts in it. A service that uses it names {@code
 * openhtmltopdf-pdfbox} and {@code openpdf-fonts-extra} itself.
 */
@NullMarked
package id.hadir.kit.pdf;

import org.jspecify.annotations.NullMarked;
