/**
 * Holds docs/compatibility.md against the code and against replayed exchanges, so that the page cannot lie: what the
 * code reads and writes must be on it, and what it says must be seen where it says so.
 */
@NullMarked
package dev.enfilade.contract.compatibility;

import org.jspecify.annotations.NullMarked;
