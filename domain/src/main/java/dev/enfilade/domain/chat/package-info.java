/** A conversation as it is asked for, free of any wire format. */
@NullMarked
package dev.enfilade.domain.chat;

import org.jspecify.annotations.NullMarked;
