/**
 * Faulted streams by the thousand: each is a pure function of a seed and a number, acted by a scripted backend and read
 * by a strict client, and an oracle that knows only the script says what may be seen. Nothing here may touch a class of
 * the product.
 */
@NullMarked
package dev.enfilade.contract.chaos;

import org.jspecify.annotations.NullMarked;
