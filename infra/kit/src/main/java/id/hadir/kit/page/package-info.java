/** HTML pages: layout, words, assets and language, the same in every service. */
@NullMarked
package id.hadir.kit.page;

import org.jspecify.annotations.NullMarked;
