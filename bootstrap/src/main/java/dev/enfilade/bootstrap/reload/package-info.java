/**
 * A changed configuration takes effect under a running server, whole or not at all. What the change means to the parts
 * is their own affair.
 */
@NullMarked
package dev.enfilade.bootstrap.reload;

import org.jspecify.annotations.NullMarked;
