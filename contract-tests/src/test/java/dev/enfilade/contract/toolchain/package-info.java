/**
 * Clients that are not written in Java: how the tests get them, run them, and say so where they cannot. What the
 * clients find is not known here.
 */
@NullMarked
package dev.enfilade.contract.toolchain;

import org.jspecify.annotations.NullMarked;
