@NullMarked
package id.hadir.kit.audit;

import org.jspecify.annotations.NullMarked;
