/** Puts the house together and starts it. Wiring and policies only: no translation, no business decision. */
@NullMarked
package dev.enfilade.bootstrap;

import org.jspecify.annotations.NullMarked;
