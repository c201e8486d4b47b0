/** Reads the bodies of requests, JSON and forms, and refuses what the contract does not allow. */
@NullMarked
package id.hadir.kit.body;

import org.jspecify.annotations.NullMarked;
