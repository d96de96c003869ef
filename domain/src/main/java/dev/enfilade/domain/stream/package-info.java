/** The two kinds of pull stream that cross a port. Single consumer; closing is cancelling. */
@NullMarked
package dev.enfilade.domain.stream;

import org.jspecify.annotations.NullMarked;
