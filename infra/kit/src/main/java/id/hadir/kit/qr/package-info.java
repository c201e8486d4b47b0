/** QR codes, drawn for screens and paper; a service that uses it names {@code zxing} itself. */
@NullMarked
package id.hadir.kit.qr;

import org.jspecify.annotations.NullMarked;
