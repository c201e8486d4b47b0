/**
 * Papers: XHTML with print CSS as PDF with its fonts in it, and long tables drawn by hand. A
 * service that prints names {@code openhtmltopdf-pdfbox} or {@code pdfbox}, and {@code
 * openpdf-fonts-extra}, itself.
 */
@NullMarked
package id.hadir.kit.pdf;

import org.jspecify.annotations.NullMarked;
