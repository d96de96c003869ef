/** Proofs that need more than one module. Sees everything; nothing may see it. */
@NullMarked
package dev.enfilade.contract;

import org.jspecify.annotations.NullMarked;
