/** An exchange that passes through unread: method, path, headers and bytes. Nothing here interprets a body. */
@NullMarked
package dev.enfilade.domain.relay;

import org.jspecify.annotations.NullMarked;
